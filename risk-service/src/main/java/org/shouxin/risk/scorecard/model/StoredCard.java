package org.shouxin.risk.scorecard.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A card as it was handed in; written once, never changed. */
@Entity
@Table(name = "scorecard")
public class StoredCard {

  @Id private String version;

  private String document;

  private String sha256;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private String createdBy;

  protected StoredCard() {}

  public StoredCard(
      String version, String document, String sha256, Instant createdAt, String createdBy) {
    this.version = version;
    this.document = document;
    this.sha256 = sha256;
    this.createdAt = createdAt;
    this.createdBy = createdBy;
  }

  public String version() {
    return version;
  }

  public String document() {
    return document;
  }

  public String sha256() {
    return sha256;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public String createdBy() {
    return createdBy;
  }
}
