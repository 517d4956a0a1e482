package org.shouxin.origination.borrower.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * A person's wish to be written to at another address; a code sent to the phone in use confirms,
 * once, that it is the person who wishes it.
 */
@Entity
@Table(name = "address_change")
public class AddressChange {

  /** The change was made before. */
  public static final String RULE_DONE = "ADDRESS_CHANGE_DONE";

  @Id private UUID id;

  @Column(name = "borrower_id")
  private UUID borrowerId;

  private String sealed;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "confirmed_at")
  private Instant confirmedAt;

  @Version private long version;

  /** For the persistence provider. */
  protected AddressChange() {}

  /** A wish for which a code is on its way. */
  public AddressChange(UUID id, UUID borrowerId, String sealed, Instant askedAt) {
    this.id = id;
    this.borrowerId = borrowerId;
    this.sealed = sealed;
    this.askedAt = askedAt;
  }

  /** The person typed the code; gives the sealed address and keeps it no longer. */
  public String confirmed(Instant at) {
    if (confirmedAt != null) {
      throw RuleViolation.conflict(RULE_DONE, "the address was changed before");
    }
    confirmedAt = at;
    String address = sealed;
    sealed = "";
    return address;
  }

  /** The row, which the sealed address is bound to. */
  public UUID id() {
    return id;
  }

  /** Who wishes it. */
  public UUID borrowerId() {
    return borrowerId;
  }
}
