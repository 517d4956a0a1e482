package org.shouxin.origination.identity.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.shouxin.origination.person.CheckKind;
import org.shouxin.origination.person.CheckOutcome;

/** One check as it was answered; evidence, so it never changes. */
@Entity
@Table(name = "identity_check")
public class IdentityCheck {

  @Id private UUID id;

  @Column(name = "borrower_id")
  private UUID borrowerId;

  @Enumerated(EnumType.STRING)
  private CheckKind kind;

  @Enumerated(EnumType.STRING)
  private CheckOutcome outcome;

  private String answer;
  private String provider;
  private String serial;

  @Column(name = "checked_at")
  private Instant checkedAt;

  /** For the persistence provider. */
  protected IdentityCheck() {}

  /** A check as answered. */
  public IdentityCheck(
      UUID id,
      UUID borrowerId,
      CheckKind kind,
      CheckOutcome outcome,
      String answer,
      String provider,
      String serial,
      Instant checkedAt) {
    this.id = id;
    this.borrowerId = borrowerId;
    this.kind = kind;
    this.outcome = outcome;
    this.answer = answer;
    this.provider = provider;
    this.serial = serial;
    this.checkedAt = checkedAt;
  }

  /** What was asked. */
  public CheckKind kind() {
    return kind;
  }

  /** What came of it. */
  public CheckOutcome outcome() {
    return outcome;
  }

  /** The party's own word. */
  public String answer() {
    return answer;
  }

  /** Who was asked. */
  public String provider() {
    return provider;
  }

  /** The party's number of the answer. */
  public String serial() {
    return serial;
  }

  /** When. */
  public Instant checkedAt() {
    return checkedAt;
  }
}
