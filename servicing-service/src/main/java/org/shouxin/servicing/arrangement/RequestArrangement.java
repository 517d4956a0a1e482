package org.shouxin.servicing.arrangement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.chassis.security.Caller;
import org.shouxin.servicing.arrangement.WorkOutArrangement.Worked;
import org.shouxin.servicing.arrangement.model.Arrangement;
import org.shouxin.servicing.arrangement.model.Arrangement.Asked;
import org.shouxin.servicing.arrangement.model.ArrangementPolicy;
import org.shouxin.servicing.arrangement.model.ArrangementPolicy.Answer;
import org.shouxin.servicing.arrangement.model.ArrangementPolicy.Standing;
import org.shouxin.servicing.arrangement.model.Wish;
import org.shouxin.servicing.loan.LoanSnapshot;
import org.shouxin.servicing.loan.RescheduleLoan.OpenSchedule;
import org.shouxin.servicing.loan.ViewLoans;

/**
 * Takes a request for an arrangement and answers at once: within policy it is quoted and waits for
 * the borrower, beyond it a person decides, and what no person may grant is rejected with the rule.
 * Runs in the caller's transaction.
 */
@ApplicationScoped
public class RequestArrangement {

  private static final int MONTHS_COUNTED = 12;

  private final Arrangements arrangements;
  private final ArrangementEvents events;
  private final WorkOutArrangement work;
  private final ViewLoans loans;
  private final Caller caller;
  private final Ids ids;
  private final Clock clock;

  RequestArrangement(
      Arrangements arrangements,
      ArrangementEvents events,
      WorkOutArrangement work,
      ViewLoans loans,
      Caller caller,
      Ids ids,
      Clock clock) {
    this.arrangements = arrangements;
    this.events = events;
    this.work = work;
    this.loans = loans;
    this.caller = caller;
    this.ids = ids;
    this.clock = clock;
  }

  /** Who asks. */
  private record Asker(String subject, boolean staff) {}

  public Uni<Requested> handle(UUID loanId, Wish wish) {
    Asker asker = new Asker(caller.subject(), caller.has("officer"));
    return loans
        .lockedSnapshot(loanId)
        .chain(
            snapshot ->
                work.loan(loanId)
                    .chain(
                        loan ->
                            answer(loan, wish, asker)
                                .call(
                                    made ->
                                        arrangements
                                            .add(made.arrangement())
                                            .chain(
                                                () -> told(made.arrangement(), snapshot, loan)))));
  }

  private Uni<Void> told(Arrangement arrangement, LoanSnapshot snapshot, OpenSchedule loan) {
    return events.changed(arrangement, snapshot.borrowerId(), loan.day());
  }

  private Uni<Requested> answer(OpenSchedule loan, Wish wish, Asker asker) {
    return arrangements
        .policy(wish.kind(), wish.reason(), loan.day())
        .chain(
            policy ->
                arrangements
                    .grantedSince(
                        loan.loanId(), wish.kind(), loan.day().minusMonths(MONTHS_COUNTED))
                    .map(granted -> answered(loan, wish, policy, granted, asker)));
  }

  private Requested answered(
      OpenSchedule loan, Wish wish, Optional<ArrangementPolicy> policy, long granted, Asker asker) {
    Arrangement arrangement =
        Arrangement.asked(
            ids.next(),
            loan.loanId(),
            wish,
            loan.currency(),
            new Asked(asker.subject(), loan.day(), clock.instant()));
    Answer answer =
        policy
            .map(known -> known.judge(wish, new Standing(loan.stage(), granted, asker.staff())))
            .orElse(new Answer(Answer.Kind.REJECTED, "ARRANGEMENT_NOT_OFFERED"));
    if (answer.kind() == Answer.Kind.REJECTED) {
      arrangement.reject(answer.rule(), loan.day());
      return new Requested(arrangement, List.of());
    }
    try {
      Worked worked = work.worked(loan, wish);
      if (answer.kind() == Answer.Kind.QUOTED) {
        arrangement.quote(worked.quoted(policy.orElseThrow().quoteDays()));
      } else {
        arrangement.refer(answer.rule());
      }
      return new Requested(arrangement, worked.plan().rows());
    } catch (RuleViolation no) {
      arrangement.reject(no.rule(), loan.day());
      return new Requested(arrangement, List.of());
    }
  }
}
