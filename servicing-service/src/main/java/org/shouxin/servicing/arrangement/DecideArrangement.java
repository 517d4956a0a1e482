package org.shouxin.servicing.arrangement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.chassis.security.Caller;
import org.shouxin.servicing.arrangement.WorkOutArrangement.Worked;
import org.shouxin.servicing.arrangement.model.Arrangement;
import org.shouxin.servicing.arrangement.model.Arrangement.Review;
import org.shouxin.servicing.arrangement.model.ArrangementPolicy;
import org.shouxin.servicing.arrangement.model.ArrangementPolicy.Answer;
import org.shouxin.servicing.arrangement.model.ArrangementPolicy.Standing;
import org.shouxin.servicing.arrangement.model.Treatment;
import org.shouxin.servicing.arrangement.model.Wish;
import org.shouxin.servicing.loan.RescheduleLoan.OpenSchedule;
import org.shouxin.servicing.loan.ViewLoans;

/**
 * A person decides on a request that policy left to a person: grants it, as asked or on other terms
 * that a person may grant, and so quotes it to the borrower, or turns it down with a reason. Runs
 * in the caller's transaction.
 */
@ApplicationScoped
public class DecideArrangement {

  private final Arrangements arrangements;
  private final FindArrangement find;
  private final ArrangementEvents events;
  private final WorkOutArrangement work;
  private final ViewLoans loans;
  private final Caller caller;

  DecideArrangement(
      Arrangements arrangements,
      FindArrangement find,
      ArrangementEvents events,
      WorkOutArrangement work,
      ViewLoans loans,
      Caller caller) {
    this.arrangements = arrangements;
    this.find = find;
    this.events = events;
    this.work = work;
    this.loans = loans;
    this.caller = caller;
  }

  /**
   * What the person says.
   *
   * @param months other months, or null for those asked for; so the rate and the treatment
   */
  public record Decision(
      boolean approved, String reason, Integer months, BigDecimal annualRate, Treatment treatment) {

    Wish granted(Wish asked) {
      return asked.granted(months, annualRate, treatment);
    }
  }

  public Uni<Requested> handle(UUID arrangementId, Decision decision) {
    String reviewer = caller.subject();
    return arrangements
        .find(arrangementId)
        .map(found -> found.orElseThrow(() -> new NotFound("arrangement", arrangementId)).loanId())
        .chain(
            loanId ->
                loans
                    .lockedSnapshot(loanId)
                    .chain(
                        snapshot ->
                            work.loan(loanId)
                                .chain(
                                    loan ->
                                        find.locked(loanId, arrangementId)
                                            .chain(
                                                arrangement ->
                                                    decided(arrangement, loan, decision, reviewer))
                                            .call(
                                                made ->
                                                    events.changed(
                                                        made.arrangement(),
                                                        snapshot.borrowerId(),
                                                        loan.day())))));
  }

  private Uni<Requested> decided(
      Arrangement arrangement, OpenSchedule loan, Decision decision, String reviewer) {
    Review review = new Review(reviewer, decision.reason(), loan.day());
    if (!decision.approved()) {
      arrangement.decline(review);
      return Uni.createFrom().item(new Requested(arrangement, List.of()));
    }
    Wish granted = decision.granted(arrangement.wish());
    return find.policy(arrangement, loan)
        .invoke(policy -> requireAllowed(policy, granted, loan))
        .map(
            policy -> {
              Worked worked = work.worked(loan, granted);
              arrangement.approve(review, granted, worked.quoted(policy.quoteDays()));
              return new Requested(arrangement, worked.plan().rows());
            });
  }

  /** The bounds of what a person may grant; how often was looked at when it was asked for. */
  private static void requireAllowed(ArrangementPolicy policy, Wish granted, OpenSchedule loan) {
    Answer answer = policy.judge(granted, new Standing(loan.stage(), 0, true));
    if (answer.kind() == Answer.Kind.REJECTED) {
      throw RuleViolation.refused(answer.rule(), "no person may grant that");
    }
  }
}
