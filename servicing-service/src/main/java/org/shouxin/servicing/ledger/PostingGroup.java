package org.shouxin.servicing.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Postings that belong together and sum to zero. Debit is positive, credit negative; minor units.
 * Nothing posted is ever changed: a correction is a group with the signs turned, and a new one.
 *
 * @param loanId the loan it is about; null for money whose loan is not known
 * @param reason why it was posted, a dotted name
 */
public record PostingGroup(
    UUID loanId, LocalDate businessDate, String reason, String currency, List<Entry> entries) {

  public PostingGroup {
    entries = List.copyOf(entries);
    if (entries.stream().mapToLong(Entry::minor).reduce(0L, Math::addExact) != 0) {
      throw new IllegalArgumentException("a posting group sums to zero: " + reason);
    }
  }

  /** One posting: positive debits the account, negative credits it; never zero. */
  public record Entry(Account account, long minor) {
    public Entry {
      if (minor == 0) {
        throw new IllegalArgumentException("a posting is not zero");
      }
    }
  }

  public static Builder of(UUID loanId, LocalDate businessDate, String reason, String currency) {
    return new Builder(loanId, businessDate, reason, currency);
  }

  /** Collects entries; parts of nothing leave no posting. */
  public static final class Builder {
    private final UUID loanId;
    private final LocalDate businessDate;
    private final String reason;
    private final String currency;
    private final List<Entry> entries = new ArrayList<>();

    private Builder(UUID loanId, LocalDate businessDate, String reason, String currency) {
      this.loanId = loanId;
      this.businessDate = businessDate;
      this.reason = reason;
      this.currency = currency;
    }

    public Builder debit(Account account, long minor) {
      if (minor != 0) {
        entries.add(new Entry(account, minor));
      }
      return this;
    }

    public Builder credit(Account account, long minor) {
      return debit(account, -minor);
    }

    public PostingGroup build() {
      return new PostingGroup(loanId, businessDate, reason, currency, entries);
    }
  }
}
