package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.page.Cursor;
import org.shouxin.chassis.page.Page;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.security.Caller;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.loan.model.Loan;
import org.shouxin.servicing.loan.model.LoanTransaction;
import org.shouxin.servicing.loan.model.Position;

/**
 * Shows loans. Staff and services see all; a borrower sees the own ones, and of others not even
 * that they exist.
 */
@ApplicationScoped
public class ViewLoans {

  private static final String[] SEES_ALL = {
    "officer", "reviewer", "collector", "auditor", "admin", "service"
  };

  private final Loans loans;
  private final Transactions transactions;
  private final BusinessDays days;
  private final UnitOfWork work;
  private final Caller caller;

  ViewLoans(
      Loans loans, Transactions transactions, BusinessDays days, UnitOfWork work, Caller caller) {
    this.loans = loans;
    this.transactions = transactions;
    this.days = days;
    this.work = work;
    this.caller = caller;
  }

  /** A loan as it stands on the current day. */
  public record Standing(Loan loan, Position position) {}

  /** What was cleared over business days, both ends included. */
  public record Cleared(UUID loanId, LocalDate from, LocalDate to, Money cleared) {}

  public Uni<Standing> one(UUID loanId) {
    Viewer viewer = viewer();
    return work.reading(
        () ->
            visible(loanId, viewer)
                .chain(loan -> days.current().map(day -> new Standing(loan, loan.position(day)))));
  }

  /** The position at the end of a day, today's by default; no day to come is known. */
  public Uni<Standing> balance(UUID loanId, LocalDate asOfOrNull) {
    Viewer viewer = viewer();
    return work.reading(
        () ->
            visible(loanId, viewer)
                .chain(
                    loan ->
                        days.current()
                            .chain(
                                today ->
                                    position(loan, asOfOrNull == null ? today : asOfOrNull, today)
                                        .map(position -> new Standing(loan, position)))));
  }

  public Uni<Page<Standing>> page(UUID borrowerId, String cursor, Integer limitOrNull) {
    int limit = Cursor.limit(limitOrNull);
    UUID before = before(cursor);
    Viewer viewer = viewer();
    LoanFilter filter = new LoanFilter(borrowerId, viewer.seesAll() ? null : viewer.subject());
    return work.reading(
            () ->
                days.current()
                    .chain(
                        day ->
                            loans
                                .page(filter, before, limit + 1)
                                .map(
                                    found ->
                                        found.stream()
                                            .map(loan -> new Standing(loan, loan.position(day)))
                                            .toList())))
        .map(rows -> Cursor.page(rows, limit, row -> new String[] {row.loan().id().toString()}));
  }

  public Uni<Page<LoanTransaction>> transactions(UUID loanId, String cursor, Integer limitOrNull) {
    int limit = Cursor.limit(limitOrNull);
    UUID before = before(cursor);
    Viewer viewer = viewer();
    return work.reading(
            () ->
                visible(loanId, viewer)
                    .chain(loan -> transactions.page(loan.id(), before, limit + 1)))
        .map(rows -> Cursor.page(rows, limit, row -> new String[] {row.id().toString()}));
  }

  public Uni<Cleared> cleared(UUID loanId, LocalDate from, LocalDate to) {
    if (from == null || to == null || to.isBefore(from)) {
      throw Invalid.field("from", "DATE_RANGE", "from and to are dates, from not after to");
    }
    Viewer viewer = viewer();
    return work.reading(
        () ->
            visible(loanId, viewer)
                .chain(
                    loan ->
                        transactions
                            .clearedMinor(loanId, from, to)
                            .map(
                                minor ->
                                    new Cleared(loanId, from, to, loan.terms().money(minor)))));
  }

  /** A loan that the caller may see, for another feature's reading; joins the caller's unit. */
  public Uni<LoanSnapshot> snapshot(UUID loanId) {
    return allowed(loanId, loans.snapshot(loanId));
  }

  /** The same for a change, with the loan locked. */
  public Uni<LoanSnapshot> lockedSnapshot(UUID loanId) {
    return allowed(loanId, loans.lockedSnapshot(loanId));
  }

  /** Any loan, locked, for a feature that acts for nobody. */
  public Uni<LoanSnapshot> lockedForService(UUID loanId) {
    return loans
        .lockedSnapshot(loanId)
        .map(found -> found.orElseThrow(() -> new NotFound("loan", loanId)));
  }

  /** What is due of any loan on the current day, for a feature that acts for nobody. */
  public Uni<Money> dueForService(UUID loanId) {
    return found(loanId)
        .chain(
            loan ->
                days.current().map(day -> loan.terms().money(loan.position(day).amountDueMinor())));
  }

  private Uni<LoanSnapshot> allowed(UUID loanId, Uni<Optional<LoanSnapshot>> read) {
    Viewer viewer = viewer();
    return read.map(
        found ->
            found
                .filter(loan -> viewer.sees(loan.borrowerSubject()))
                .orElseThrow(() -> new NotFound("loan", loanId)));
  }

  private Uni<Position> position(Loan loan, LocalDate asOf, LocalDate today) {
    if (asOf.isAfter(today)) {
      throw Invalid.field("asOf", "AS_OF_IN_FUTURE", "no day after the business date is known");
    }
    return asOf.equals(today)
        ? Uni.createFrom().item(loan.position(asOf))
        : transactions.history(loan.id()).map(money -> loan.position(asOf, money));
  }

  private Uni<Loan> visible(UUID loanId, Viewer viewer) {
    return found(loanId)
        .map(
            loan -> {
              if (!viewer.sees(loan.party().borrowerSubject())) {
                throw new NotFound("loan", loanId);
              }
              return loan;
            });
  }

  private Uni<Loan> found(UUID loanId) {
    return loans.find(loanId).map(found -> found.orElseThrow(() -> new NotFound("loan", loanId)));
  }

  private Viewer viewer() {
    return new Viewer(caller.subject(), List.of(SEES_ALL).stream().anyMatch(caller::has));
  }

  private static UUID before(String cursor) {
    List<String> key = Cursor.decode(cursor, 1);
    try {
      return key.isEmpty() ? null : UUID.fromString(key.get(0));
    } catch (IllegalArgumentException notAnId) {
      throw Invalid.field("cursor", "CURSOR", "not a cursor of this list");
    }
  }

  private record Viewer(String subject, boolean seesAll) {
    boolean sees(String borrowerSubject) {
      return seesAll || subject.equals(borrowerSubject);
    }
  }
}
