package org.shouxin.origination.contactpoint.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * A person's wish to be reached under another number: the carrier has confirmed the number when the
 * wish is kept; a code sent to it confirms that the person holds it, once.
 */
@Entity
@Table(name = "phone_change")
public class PhoneChange {

  /** The change was made before. */
  public static final String RULE_DONE = "PHONE_CHANGE_DONE";

  @Id private UUID id;

  @Column(name = "borrower_id")
  private UUID borrowerId;

  private String sealed;

  @Column(name = "months_in_network")
  private Integer monthsInNetwork;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "confirmed_at")
  private Instant confirmedAt;

  @Version private long version;

  /** For the persistence provider. */
  protected PhoneChange() {}

  /** A number that the carrier has just confirmed. */
  public PhoneChange(UUID id, UUID borrowerId, String sealed, Integer months, Instant askedAt) {
    this.id = id;
    this.borrowerId = borrowerId;
    this.sealed = sealed;
    this.monthsInNetwork = months;
    this.askedAt = askedAt;
  }

  /** The person typed the code. */
  public void confirmed(Instant at) {
    if (confirmedAt != null) {
      throw RuleViolation.conflict(RULE_DONE, "the number was changed before");
    }
    confirmedAt = at;
  }

  /** The row, which the sealed number is bound to. */
  public UUID id() {
    return id;
  }

  /** Who wishes it. */
  public UUID borrowerId() {
    return borrowerId;
  }

  /** The sealed number. */
  public String sealed() {
    return sealed;
  }

  /** Months in the present holder's hands. */
  public Integer monthsInNetwork() {
    return monthsInNetwork;
  }
}
