package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.security.Caller;
import org.shouxin.servicing.loan.model.Charge;
import org.shouxin.servicing.loan.model.Fees;
import org.shouxin.servicing.loan.model.InstalmentFacts;
import org.shouxin.servicing.loan.model.Loan;

/** Puts fees on loans, and shows them. */
@ApplicationScoped
public class ChargeLoan {

  private final ChangeLoan change;
  private final Charges charges;
  private final Loans loans;
  private final ViewLoans views;
  private final DayPlans plans;
  private final Ids ids;
  private final UnitOfWork work;
  private final Caller caller;

  ChargeLoan(
      ChangeLoan change,
      Charges charges,
      Loans loans,
      ViewLoans views,
      DayPlans plans,
      Ids ids,
      UnitOfWork work,
      Caller caller) {
    this.change = change;
    this.charges = charges;
    this.loans = loans;
    this.views = views;
    this.plans = plans;
    this.ids = ids;
    this.work = work;
    this.caller = caller;
  }

  /**
   * A fee, and what is paid of it.
   *
   * @param state OPEN, PAID, WAIVED (the rest was given up) or CANCELLED (the loan ended before it
   *     was due)
   */
  public record Charged(
      UUID chargeId,
      Charge.Kind kind,
      Money amount,
      Money paid,
      LocalDate dueDate,
      String reason,
      String state) {}

  /** Puts a fee on a loan, in the caller's unit. */
  public Uni<Charged> charge(UUID loanId, Charge charge) {
    UUID chargeId = ids.next();
    String by = caller.subject();
    return change
        .apply(loanId, (loan, day) -> Fees.charge(loan, charge, chargeId, plans.current(), day))
        .chain(() -> loans.find(loanId))
        .map(found -> found.orElseThrow())
        .chain(
            loan -> {
              InstalmentFacts facts = facts(loan, chargeId);
              return charges
                  .add(
                      loanId, new Charges.Stored(chargeId, charge, facts.planned().costMinor()), by)
                  .replaceWith(charged(loan, chargeId, charge));
            });
  }

  /** The fees of a loan that the caller may see. */
  public Uni<List<Charged>> of(UUID loanId) {
    return work.reading(
        () ->
            views
                .one(loanId)
                .chain(
                    standing ->
                        charges
                            .ofLoan(loanId)
                            .map(
                                stored ->
                                    stored.stream()
                                        .map(
                                            s -> charged(standing.loan(), s.chargeId(), s.charge()))
                                        .toList())));
  }

  private static Charged charged(Loan loan, UUID chargeId, Charge charge) {
    InstalmentFacts facts = facts(loan, chargeId);
    return new Charged(
        chargeId,
        charge.kind(),
        loan.terms().money(facts.planned().costMinor()),
        loan.terms().money(facts.paid().costMinor()),
        charge.dueDate(),
        charge.reason(),
        state(facts));
  }

  private static String state(InstalmentFacts facts) {
    if (facts.isWaived() || facts.isCancelled()) {
      return facts.isWaived() ? "WAIVED" : "CANCELLED";
    }
    return facts.paid().equals(facts.planned()) ? "PAID" : "OPEN";
  }

  private static InstalmentFacts facts(Loan loan, UUID chargeId) {
    return loan.instalmentFacts().stream()
        .filter(f -> f.id().equals(chargeId))
        .findFirst()
        .orElseThrow();
  }
}
