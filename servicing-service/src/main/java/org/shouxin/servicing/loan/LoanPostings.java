package org.shouxin.servicing.loan;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.shouxin.servicing.ledger.Account;
import org.shouxin.servicing.ledger.PostingGroup;
import org.shouxin.servicing.loan.model.Breakdown;
import org.shouxin.servicing.loan.model.Loan;
import org.shouxin.servicing.loan.model.LoanEvent;
import org.shouxin.servicing.loan.model.LoanState;
import org.shouxin.servicing.loan.model.LoanTransaction.Draft;
import org.shouxin.servicing.loan.model.LoanTransaction.Figures;

/**
 * What a change of a loan means for the books, as one group: the money of its events, each claim's
 * account by the difference between after and before, and income by that difference plus what was
 * paid or given up of the claim. So a change also brings what the days since the last one added.
 * Principal that grows without a payout is interest that became principal.
 */
final class LoanPostings {

  private static final String ACCRUAL = "loan.accrual";

  private LoanPostings() {}

  /**
   * The postings of a change; without entries when no claim and no money changed. Of a loan that is
   * given up, what is owed stands in the expense of the write-off: it is more or less by what is
   * owed more or less now, but for what was recovered.
   *
   * @param before what was owed, as far as the books had recognised it before the change
   * @param day the day that the change counts for
   */
  static PostingGroup of(Loan loan, Breakdown before, LocalDate day, List<LoanEvent> happened) {
    PostingGroup.Builder group =
        PostingGroup.of(loan.id(), day, reason(happened), loan.terms().currency());
    Breakdown settled = Breakdown.NOTHING;
    Breakdown recovered = Breakdown.NOTHING;
    boolean givenUpBefore = loan.state() == LoanState.WRITTEN_OFF;
    for (LoanEvent event : happened) {
      givenUpBefore &= !(event instanceof LoanEvent.WrittenOff);
      for (Draft draft : Draft.of(event)) {
        Breakdown parts = money(group, draft.figures());
        if (draft.figures().recovery()) {
          recovered = recovered.plus(parts);
        } else {
          settled = settled.plus(parts);
        }
      }
    }
    Breakdown after = givenUpBefore ? loan.debt().owed(day) : loan.debt().receivables(day);
    Breakdown grown = after.plus(before.negate());
    Breakdown income = grown.plus(settled).plus(recovered);
    if (givenUpBefore) {
      group.debit(Account.WRITTEN_OFF, grown.plus(recovered).totalMinor());
    } else {
      claims(group, grown);
    }
    return group
        .credit(Account.FEE_INCOME, income.costMinor())
        .credit(Account.INTEREST_INCOME, income.interestMinor() + income.principalMinor())
        .credit(Account.PENALTY_INCOME, income.penaltyMinor())
        .build();
  }

  private static void claims(PostingGroup.Builder group, Breakdown grown) {
    group
        .debit(Account.FEES_RECEIVABLE, grown.costMinor())
        .debit(Account.INTEREST_RECEIVABLE, grown.interestMinor())
        .debit(Account.PENALTY_RECEIVABLE, grown.penaltyMinor())
        .debit(Account.LOAN_PRINCIPAL, grown.principalMinor());
  }

  /** Posts a line's money; gives what it took out of the claims, by component. */
  private static Breakdown money(PostingGroup.Builder group, Figures figures) {
    Breakdown parts = figures.parts();
    return switch (figures.kind()) {
      case DISBURSEMENT -> {
        group.credit(Account.CASH_AT_BANK, figures.amountMinor());
        yield parts.negate();
      }
      case PAYMENT, PAYMENT_REVERSAL -> {
        group.debit(Account.CASH_AT_BANK, figures.amountMinor());
        yield covered(group, figures);
      }
      case REFUND, REFUND_RETURNED -> {
        group.debit(Account.REFUNDS_UNDER_WAY, figures.amountMinor());
        yield covered(group, figures);
      }
      case CREDIT_APPLIED, TAKEN_BACK, POSTED_AGAIN -> covered(group, figures);
      case WRITE_OFF -> {
        group.debit(Account.WRITTEN_OFF, parts.totalMinor());
        yield parts;
      }
      case FEE_WAIVED -> Breakdown.NOTHING;
      case INTEREST_DUE, PENALTY -> throw new IllegalStateException("no event is of this kind");
    };
  }

  private static Breakdown covered(PostingGroup.Builder group, Figures figures) {
    group.credit(Account.UNAPPLIED_PAYMENTS, figures.unappliedMinor());
    if (figures.recovery()) {
      group.credit(Account.RECOVERY_INCOME, figures.parts().totalMinor());
    }
    return figures.parts();
  }

  private static String reason(List<LoanEvent> happened) {
    return happened.stream()
        .flatMap(event -> Draft.of(event).stream())
        .findFirst()
        .map(draft -> "loan." + draft.figures().kind().name().toLowerCase(Locale.ROOT))
        .orElse(ACCRUAL);
  }
}
