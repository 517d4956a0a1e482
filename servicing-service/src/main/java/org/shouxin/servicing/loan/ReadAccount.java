package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.loan.ViewLoans.Standing;
import org.shouxin.servicing.loan.model.LoanTransaction;

/** A loan's account over a time, in plain values, for what is printed of it. */
@ApplicationScoped
public class ReadAccount {

  private static final int LINES_A_PAGE = 200;

  /** No account is printed that has more lines than this. */
  private static final int LINES_MAX = 5_000;

  private final ViewLoans loans;

  ReadAccount(ViewLoans loans) {
    this.loans = loans;
  }

  /**
   * The loan itself.
   *
   * @param rate as the contract writes it
   */
  public record Header(
      UUID loanId,
      String state,
      Money principal,
      String rate,
      String method,
      LocalDate contractedOn,
      LocalDate valueDate) {}

  /** What is owed at the end of a day. */
  public record Balance(
      LocalDate day, Money principal, Money due, Money unapplied, int daysPastDue) {}

  /** One line; what was taken back is negative. */
  public record Line(
      LocalDate businessDate,
      String kind,
      Money amount,
      Money principal,
      Money interest,
      Money penalty,
      Money cost,
      Money unapplied,
      UUID logLeafId) {}

  /**
   * The account over a time, both days included.
   *
   * @param opening at the end of the day before; null when the money was not yet paid out
   * @param lines the oldest first
   */
  public record Account(
      Header header,
      LocalDate from,
      LocalDate to,
      LocalDate printedOn,
      Balance opening,
      Balance closing,
      List<Line> lines) {}

  /**
   * @param toOrNull the business date when left out
   */
  public Uni<Account> between(UUID loanId, LocalDate from, LocalDate toOrNull) {
    return loans
        .one(loanId)
        .chain(
            now -> {
              LocalDate today = now.position().asOf();
              LocalDate to = toOrNull == null ? today : toOrNull;
              LocalDate since = from == null ? firstDay(now, to) : from;
              if (since.isAfter(to)) {
                throw Invalid.field("from", "DATE_RANGE", "from is not after to");
              }
              return account(now, since, to, today);
            });
  }

  private Uni<Account> account(Standing now, LocalDate from, LocalDate to, LocalDate today) {
    UUID loanId = now.loan().id();
    LocalDate before = from.minusDays(1);
    boolean paidOutBefore = now.loan().valueDate().map(day -> !day.isAfter(before)).orElse(false);
    Uni<Balance> opening =
        paidOutBefore
            ? loans.balance(loanId, before).map(ReadAccount::balance)
            : Uni.createFrom().nullItem();
    return opening.chain(
        open ->
            loans
                .balance(loanId, to)
                .chain(
                    closing ->
                        lines(now, from, to, null, new ArrayList<>())
                            .map(
                                lines ->
                                    new Account(
                                        header(now),
                                        from,
                                        to,
                                        today,
                                        open,
                                        balance(closing),
                                        lines))));
  }

  /** Pages from the newest line back to the first day. */
  private Uni<List<Line>> lines(
      Standing now, LocalDate from, LocalDate to, String cursor, List<Line> found) {
    return loans
        .transactions(now.loan().id(), cursor, LINES_A_PAGE)
        .chain(
            page -> {
              boolean passed = false;
              for (LoanTransaction line : page.items()) {
                passed |= line.businessDate().isBefore(from);
                if (!line.businessDate().isBefore(from) && !line.businessDate().isAfter(to)) {
                  found.add(line(now, line));
                }
              }
              if (found.size() > LINES_MAX) {
                throw Invalid.field("from", "STATEMENT_LINES", "too many lines; shorten the time");
              }
              if (passed || page.nextCursor() == null) {
                Collections.reverse(found);
                return Uni.createFrom().item(found);
              }
              return lines(now, from, to, page.nextCursor(), found);
            });
  }

  private static LocalDate firstDay(Standing now, LocalDate to) {
    LocalDate contracted = now.loan().terms().contractedOn();
    return contracted.isAfter(to) ? to : contracted;
  }

  private static Header header(Standing now) {
    return new Header(
        now.loan().id(),
        now.loan().state().name(),
        now.loan().terms().principal(),
        now.loan().terms().rate().toString(),
        now.loan().terms().method().name(),
        now.loan().terms().contractedOn(),
        now.loan().valueDate().orElse(null));
  }

  private static Balance balance(Standing at) {
    return new Balance(
        at.position().asOf(),
        at.loan().terms().money(at.position().principalOutstandingMinor()),
        at.loan().terms().money(at.position().amountDueMinor()),
        at.loan().terms().money(at.position().creditMinor()),
        at.position().daysPastDue());
  }

  private static Line line(Standing now, LoanTransaction line) {
    LoanTransaction.Figures figures = line.figures();
    boolean back = figures.kind() == LoanTransaction.Kind.PAYMENT_REVERSAL;
    long sign = back && figures.amountMinor() > 0 ? -1 : 1;
    return new Line(
        line.businessDate(),
        figures.kind().name(),
        now.loan().terms().money(sign * figures.amountMinor()),
        now.loan().terms().money(figures.parts().principalMinor()),
        now.loan().terms().money(figures.parts().interestMinor()),
        now.loan().terms().money(figures.parts().penaltyMinor()),
        now.loan().terms().money(figures.parts().costMinor()),
        now.loan().terms().money(figures.unappliedMinor()),
        line.logLeafId());
  }
}
