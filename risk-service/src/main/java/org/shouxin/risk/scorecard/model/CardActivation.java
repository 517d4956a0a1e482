package org.shouxin.risk.scorecard.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Somebody made a card the active one; the newest activation holds. */
@Entity
@Table(name = "scorecard_activation")
public class CardActivation {

  @Id private UUID id;

  private String version;

  @Column(name = "activated_at")
  private Instant activatedAt;

  @Column(name = "activated_by")
  private String activatedBy;

  protected CardActivation() {}

  public CardActivation(UUID id, String version, Instant activatedAt, String activatedBy) {
    this.id = id;
    this.version = version;
    this.activatedAt = activatedAt;
    this.activatedBy = activatedBy;
  }

  public String version() {
    return version;
  }

  public Instant activatedAt() {
    return activatedAt;
  }

  public String activatedBy() {
    return activatedBy;
  }
}
