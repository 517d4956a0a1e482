package org.shouxin.servicing.report;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.shouxin.chassis.money.Money;

/** Sums over the whole book. */
public interface Figures {

  Uni<Summary> summary(LocalDate businessDate);

  /**
   * What the book holds, in sums; money in CNY.
   *
   * @param disbursed principal paid out, by the ledger
   * @param collected money received by debit and transfer, less what was taken back
   * @param allocated what of it covered claims, recoveries included
   * @param unapplied money received and not used, of known loans
   * @param unknown money received whose loan is not known
   * @param overdue loans and their unpaid principal by stage, current ones left out
   * @param ledgerSum sum of all postings; zero, always
   * @param breaks amounts that the bank named differently
   */
  record Summary(
      LocalDate businessDate,
      Map<String, Long> loansByState,
      Money disbursed,
      Money collected,
      Allocated allocated,
      Money unapplied,
      Money unknown,
      List<StageFigures> overdue,
      long writeOffs,
      Money writtenOff,
      Money recovered,
      Money ledgerSum,
      Map<String, Long> payouts,
      Map<String, Long> debits,
      long breaks) {}

  record Allocated(Money cost, Money interest, Money penalty, Money principal, Money total) {}

  record StageFigures(String stage, long loans, Money principalOutstanding) {}
}
