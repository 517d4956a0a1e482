package org.shouxin.servicing.bureau;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.chassis.security.Caller;
import org.shouxin.servicing.bureau.model.Objection;
import org.shouxin.servicing.bureau.model.Objection.State;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.loan.ViewLoans;

/** A borrower objects to a report and is answered in time (CN-CREDIT-03). */
@ApplicationScoped
public class HandleObjections {

  private static final int OPEN_MAX = 200;

  private final Objections objections;
  private final ViewLoans loans;
  private final BusinessDays days;
  private final UnitOfWork work;
  private final Caller caller;
  private final Ids ids;

  HandleObjections(
      Objections objections,
      ViewLoans loans,
      BusinessDays days,
      UnitOfWork work,
      Caller caller,
      Ids ids) {
    this.objections = objections;
    this.loans = loans;
    this.days = days;
    this.work = work;
    this.caller = caller;
    this.ids = ids;
  }

  /**
   * An objection and its clock.
   *
   * @param daysLeft days left to answer, negative when the law's time is over
   */
  public record Waiting(Objection objection, long daysLeft) {}

  /** On the caller's own loan, in the caller's transaction. */
  public Uni<Objection> raise(UUID loanId, String words) {
    return loans
        .snapshot(loanId)
        .chain(days::postingDay)
        .map(day -> Objection.raised(ids.next(), loanId, words, day))
        .call(
            objection ->
                objections
                    .add(objection)
                    .invoke(
                        added -> {
                          if (!added) {
                            throw RuleViolation.conflict(
                                "OBJECTION_OPEN", "an objection of this loan waits for its answer");
                          }
                        }));
  }

  /** In the caller's transaction. */
  public Uni<Objection> answer(UUID objectionId, State outcome, String text) {
    String by = caller.subject();
    return days.postingDay()
        .chain(
            day ->
                objections
                    .locked(objectionId)
                    .map(o -> o.orElseThrow(() -> new NotFound("objection", objectionId)))
                    .map(objection -> objection.answered(outcome, text, by, day)))
        .call(objections::answer);
  }

  public Uni<List<Waiting>> open() {
    return work.reading(
        () ->
            days.current()
                .chain(today -> objections.open(OPEN_MAX).map(open -> waiting(open, today))));
  }

  private static List<Waiting> waiting(List<Objection> open, LocalDate today) {
    return open.stream().map(o -> new Waiting(o, o.daysLeft(today))).toList();
  }
}
