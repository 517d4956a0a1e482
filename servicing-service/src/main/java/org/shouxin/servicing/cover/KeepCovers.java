package org.shouxin.servicing.cover;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.cover.model.LinkedCover;
import org.shouxin.servicing.cover.model.LinkedCover.Contract;
import org.shouxin.servicing.loan.ViewLoans;

/** Links covers to loans, shows and ends them. */
@ApplicationScoped
public class KeepCovers {

  private final Covers covers;
  private final ViewLoans loans;
  private final BusinessDays days;
  private final UnitOfWork work;
  private final Ids ids;
  private final Clock clock;

  KeepCovers(
      Covers covers, ViewLoans loans, BusinessDays days, UnitOfWork work, Ids ids, Clock clock) {
    this.covers = covers;
    this.loans = loans;
    this.days = days;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /** Links a cover, in the caller's transaction. */
  public Uni<LinkedCover> link(UUID loanId, Contract contract) {
    return loans
        .snapshot(loanId)
        .chain(days::postingDay)
        .map(day -> LinkedCover.of(ids.next(), loanId, contract, day, clock.instant()))
        .call(covers::add);
  }

  /** Covers of a loan that the caller may see. */
  public Uni<List<LinkedCover>> ofLoan(UUID loanId) {
    return work.reading(() -> loans.snapshot(loanId).chain(() -> covers.ofLoan(loanId)));
  }

  /** Ends a cover, in the caller's transaction. */
  public Uni<LinkedCover> end(UUID loanId, UUID coverId) {
    return loans
        .snapshot(loanId)
        .chain(() -> covers.locked(coverId))
        .map(
            found ->
                found
                    .filter(cover -> cover.loanId().equals(loanId))
                    .orElseThrow(() -> new NotFound("cover", coverId)))
        .call(cover -> days.postingDay().invoke(cover::end));
  }
}
