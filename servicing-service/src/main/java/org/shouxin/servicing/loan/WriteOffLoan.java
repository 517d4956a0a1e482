package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.chassis.problem.Stale;
import org.shouxin.chassis.security.Caller;
import org.shouxin.servicing.loan.WriteOffRequests.Waiting;
import org.shouxin.servicing.loan.model.Loan;

/** Gives a loan up by two people, one who asks and another who decides; in the caller's unit. */
@ApplicationScoped
public class WriteOffLoan {

  private final Loans loans;
  private final ChangeLoan change;
  private final WriteOffRequests requests;
  private final DayPlans plans;
  private final Ids ids;
  private final Caller caller;

  WriteOffLoan(
      Loans loans,
      ChangeLoan change,
      WriteOffRequests requests,
      DayPlans plans,
      Ids ids,
      Caller caller) {
    this.loans = loans;
    this.change = change;
    this.requests = requests;
    this.plans = plans;
    this.ids = ids;
    this.caller = caller;
  }

  /**
   * Asks for it; gives the request's id.
   *
   * @param version the version that the officer saw, or null
   */
  public Uni<UUID> request(UUID loanId, Long version, String reason) {
    Waiting request = new Waiting(ids.next(), reason, caller.subject());
    return loans
        .locked(loanId)
        .map(found -> found.orElseThrow(() -> new NotFound("loan", loanId)))
        .invoke(loan -> check(loan, version))
        .chain(() -> requests.locked(loanId))
        .invoke(
            waiting -> {
              if (waiting.isPresent()) {
                throw RuleViolation.conflict(
                    "WRITE_OFF_REQUESTED", "a request for this loan waits for its decision");
              }
            })
        .chain(() -> requests.add(loanId, request))
        .replaceWith(request.requestId());
  }

  /** Gives the loan up as was asked; only another person than the one who asked can. */
  public Uni<Void> approve(UUID loanId) {
    return decided(loanId, true)
        .chain(
            request ->
                change.apply(
                    loanId, (loan, day) -> loan.writeOff(request.reason(), plans.current(), day)))
        .replaceWithVoid();
  }

  /** Leaves the loan as it is. */
  public Uni<Void> reject(UUID loanId) {
    return decided(loanId, false).replaceWithVoid();
  }

  private Uni<Waiting> decided(UUID loanId, boolean approved) {
    String decider = caller.subject();
    return requests
        .locked(loanId)
        .map(found -> found.orElseThrow(() -> new NotFound("write-off request", loanId)))
        .invoke(
            request -> {
              if (request.requestedBy().equals(decider)) {
                throw RuleViolation.conflict(
                    "WRITE_OFF_FOUR_EYES", "another person than the one who asked decides");
              }
            })
        .call(request -> requests.decide(request.requestId(), approved, decider));
  }

  private static void check(Loan loan, Long version) {
    if (version != null && version != loan.version()) {
      throw new Stale("the loan has changed");
    }
    loan.requireWriteOff();
  }
}
