package org.shouxin.servicing.loan;

import java.util.Locale;
import org.shouxin.servicing.ledger.Account;
import org.shouxin.servicing.ledger.PostingGroup;
import org.shouxin.servicing.loan.model.Breakdown;
import org.shouxin.servicing.loan.model.Loan;
import org.shouxin.servicing.loan.model.LoanEvent;
import org.shouxin.servicing.loan.model.LoanTransaction.Figures;

/** What the figures of an event mean for the books. */
final class LoanPostings {

  private LoanPostings() {}

  /**
   * The postings of an event; without entries when no claim and no money changed.
   *
   * @param figures the event's own figures
   */
  static PostingGroup of(Loan loan, LoanEvent event, Figures figures) {
    String reason = "loan." + figures.kind().name().toLowerCase(Locale.ROOT);
    PostingGroup.Builder group =
        PostingGroup.of(loan.id(), event.businessDate(), reason, loan.terms().currency());
    Breakdown parts = figures.parts();
    return switch (figures.kind()) {
      case DISBURSEMENT ->
          group
              .debit(Account.LOAN_PRINCIPAL, parts.principalMinor())
              .credit(Account.CASH_AT_BANK, figures.amountMinor())
              .build();
      case INTEREST_DUE ->
          group
              .debit(Account.INTEREST_RECEIVABLE, parts.interestMinor())
              .credit(Account.INTEREST_INCOME, parts.interestMinor())
              .debit(Account.FEES_RECEIVABLE, parts.costMinor())
              .credit(Account.FEE_INCOME, parts.costMinor())
              .build();
      case PENALTY ->
          group
              .debit(Account.PENALTY_RECEIVABLE, parts.penaltyMinor())
              .credit(Account.PENALTY_INCOME, parts.penaltyMinor())
              .build();
      case PAYMENT, PAYMENT_REVERSAL -> received(group, figures, isRecovery(event));
      case CREDIT_APPLIED ->
          settled(group.debit(Account.UNAPPLIED_PAYMENTS, parts.totalMinor()), parts);
      case WRITE_OFF -> settled(group.debit(Account.WRITTEN_OFF, parts.totalMinor()), parts);
    };
  }

  private static PostingGroup received(
      PostingGroup.Builder group, Figures figures, boolean recovery) {
    group
        .debit(Account.CASH_AT_BANK, figures.amountMinor())
        .credit(Account.UNAPPLIED_PAYMENTS, figures.unappliedMinor());
    return recovery
        ? group.credit(Account.RECOVERY_INCOME, figures.parts().totalMinor()).build()
        : settled(group, figures.parts());
  }

  private static PostingGroup settled(PostingGroup.Builder group, Breakdown parts) {
    return group
        .credit(Account.FEES_RECEIVABLE, parts.costMinor())
        .credit(Account.INTEREST_RECEIVABLE, parts.interestMinor())
        .credit(Account.PENALTY_RECEIVABLE, parts.penaltyMinor())
        .credit(Account.LOAN_PRINCIPAL, parts.principalMinor())
        .build();
  }

  private static boolean isRecovery(LoanEvent event) {
    return event instanceof LoanEvent.PaymentPosted posted && posted.recovery()
        || event instanceof LoanEvent.PaymentReversed reversed && reversed.recovery();
  }
}
