package org.shouxin.servicing.arrangement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.page.Cursor;
import org.shouxin.chassis.page.Page;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.arrangement.model.Arrangement;
import org.shouxin.servicing.arrangement.model.Arrangement.State;
import org.shouxin.servicing.loan.RescheduleLoan.OpenSchedule;
import org.shouxin.servicing.loan.ViewLoans;

/** Shows requests: those of a loan to who may see the loan, and to staff those that wait. */
@ApplicationScoped
public class ViewArrangements {

  private final Arrangements arrangements;
  private final FindArrangement find;
  private final WorkOutArrangement work;
  private final ViewLoans loans;
  private final UnitOfWork unit;

  ViewArrangements(
      Arrangements arrangements,
      FindArrangement find,
      WorkOutArrangement work,
      ViewLoans loans,
      UnitOfWork unit) {
    this.arrangements = arrangements;
    this.find = find;
    this.work = work;
    this.loans = loans;
    this.unit = unit;
  }

  /** A request; while it is open, with the schedule that it would bring today. */
  public Uni<Requested> one(UUID loanId, UUID arrangementId) {
    return unit.reading(
        () ->
            loans
                .snapshot(loanId)
                .chain(() -> find.seen(loanId, arrangementId))
                .chain(
                    arrangement ->
                        arrangement.isOpen()
                            ? work.seen(loanId).map(loan -> today(arrangement, loan))
                            : Uni.createFrom().item(new Requested(arrangement, List.of()))));
  }

  public Uni<Page<Requested>> ofLoan(UUID loanId, String cursor, Integer limit) {
    return unit.reading(
        () -> loans.snapshot(loanId).chain(() -> page(loanId, null, cursor, limit)));
  }

  /** Requests of all loans in a state, the youngest first. */
  public Uni<Page<Requested>> inState(State state, String cursor, Integer limit) {
    return unit.reading(() -> page(null, state, cursor, limit));
  }

  private Uni<Page<Requested>> page(UUID loanId, State state, String cursor, Integer limitOrNull) {
    int limit = Cursor.limit(limitOrNull);
    return arrangements
        .page(loanId, state, before(cursor), limit + 1)
        .map(found -> found.stream().map(one -> new Requested(one, List.of())).toList())
        .map(
            rows ->
                Cursor.page(rows, limit, row -> new String[] {row.arrangement().id().toString()}));
  }

  private Requested today(Arrangement arrangement, OpenSchedule loan) {
    try {
      return new Requested(arrangement, work.worked(loan, arrangement.wish()).plan().rows());
    } catch (RuleViolation noLonger) {
      return new Requested(arrangement, List.of());
    }
  }

  private static UUID before(String cursor) {
    List<String> key = Cursor.decode(cursor, 1);
    try {
      return key.isEmpty() ? null : UUID.fromString(key.get(0));
    } catch (IllegalArgumentException notAnId) {
      throw Invalid.field("cursor", "CURSOR", "not a cursor of this list");
    }
  }
}
