package org.shouxin.servicing.dayend;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.shouxin.servicing.dayend.Accruals.Accrued;
import org.shouxin.servicing.ledger.Account;
import org.shouxin.servicing.ledger.PostToLedger;
import org.shouxin.servicing.ledger.PostingGroup;

/**
 * Puts what the loans of some partitions earned by the end of a day into the books: one posting
 * group a partition and currency, in the caller's transaction, once however often it is asked.
 */
@ApplicationScoped
class PostAccruals {

  static final String REASON = "day.accrued";

  private final Accruals accruals;
  private final PostToLedger ledger;

  PostAccruals(Accruals accruals, PostToLedger ledger) {
    this.accruals = accruals;
    this.ledger = ledger;
  }

  Uni<Void> post(LocalDate day, Short[] partitions) {
    return accruals
        .recognise(day, partitions)
        .chain(
            all ->
                Multi.createFrom()
                    .iterable(all)
                    .map(one -> group(day, one))
                    .filter(group -> !group.entries().isEmpty())
                    .onItem()
                    .transformToUniAndConcatenate(ledger::post)
                    .collect()
                    .last())
        .replaceWithVoid();
  }

  static PostingGroup group(LocalDate day, Accrued accrued) {
    return PostingGroup.of(null, day, REASON, accrued.currency())
        .debit(Account.INTEREST_RECEIVABLE, accrued.interestMinor())
        .credit(Account.INTEREST_INCOME, accrued.interestMinor())
        .debit(Account.PENALTY_RECEIVABLE, accrued.penaltyMinor())
        .credit(Account.PENALTY_INCOME, accrued.penaltyMinor())
        .debit(Account.FEES_RECEIVABLE, accrued.feesMinor())
        .credit(Account.FEE_INCOME, accrued.feesMinor())
        .build();
  }
}
