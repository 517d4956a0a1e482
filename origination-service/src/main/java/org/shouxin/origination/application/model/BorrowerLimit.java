package org.shouxin.origination.application.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.shouxin.chassis.money.Money;

/** The limit that the risk service last gave a borrower. */
@Entity
@Table(name = "borrower_limit")
public class BorrowerLimit {

  @Id
  @Column(name = "borrower_id")
  private UUID borrowerId;

  @Column(name = "limit_minor")
  private long limitMinor;

  private String currency;

  @Column(name = "changed_at")
  private Instant changedAt;

  /** For the persistence provider. */
  protected BorrowerLimit() {}

  /** A limit as it was told. */
  public BorrowerLimit(UUID borrowerId, Money limit, Instant changedAt) {
    this.borrowerId = borrowerId;
    become(limit, changedAt);
  }

  /** The limit is another one now. */
  public void become(Money limit, Instant at) {
    limitMinor = limit.minor();
    currency = limit.currency().getCurrencyCode();
    changedAt = at;
  }

  /** Whether the limit fell below an amount after a moment. */
  public boolean fellBelow(Money amount, Instant since) {
    return changedAt.isAfter(since) && !Money.ofMinor(limitMinor, currency).covers(amount);
  }
}
