package org.shouxin.risk.alert.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A warning about a borrower, raised once for what gave rise to it. */
@Entity
@Table(name = "alert")
public class Alert {

  @Id private UUID id;

  @Column(name = "borrower_id")
  private UUID borrowerId;

  @Enumerated(EnumType.STRING)
  private AlertKind kind;

  private String severity;
  private String source;

  @Column(name = "raised_at")
  private Instant raisedAt;

  protected Alert() {}

  public Alert(UUID id, UUID borrowerId, AlertKind kind, String source, Instant raisedAt) {
    this.id = id;
    this.borrowerId = borrowerId;
    this.kind = kind;
    this.severity = kind.severity().name();
    this.source = source;
    this.raisedAt = raisedAt;
  }

  public UUID id() {
    return id;
  }

  public UUID borrowerId() {
    return borrowerId;
  }

  public AlertKind kind() {
    return kind;
  }

  public String severity() {
    return severity;
  }

  public String source() {
    return source;
  }

  public Instant raisedAt() {
    return raisedAt;
  }
}
