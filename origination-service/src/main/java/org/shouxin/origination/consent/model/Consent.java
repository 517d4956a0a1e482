package org.shouxin.origination.consent.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * One word of a person about one purpose. Words are added, never changed: the latest of a purpose
 * stands, a withdrawal is a later word that says no.
 */
@Entity
@Table(name = "consent")
public class Consent {

  @Id private UUID id;

  @Column(name = "borrower_id")
  private UUID borrowerId;

  private String purpose;
  private boolean granted;

  @Column(name = "text_version")
  private String textVersion;

  private Instant at;

  /** For the persistence provider. */
  protected Consent() {}

  /** A word as it was given. */
  public Consent(
      UUID id, UUID borrowerId, String purpose, boolean granted, String textVersion, Instant at) {
    this.id = id;
    this.borrowerId = borrowerId;
    this.purpose = purpose;
    this.granted = granted;
    this.textVersion = textVersion;
    this.at = at;
  }

  /** What others cite as proof. */
  public UUID id() {
    return id;
  }

  /** What for. */
  public String purpose() {
    return purpose;
  }

  /** Yes or no. */
  public boolean granted() {
    return granted;
  }

  /** Which text was read. */
  public String textVersion() {
    return textVersion;
  }

  /** When. */
  public Instant at() {
    return at;
  }
}
