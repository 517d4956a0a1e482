package org.shouxin.collections.reachability;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.collections.businessday.CurrentDay;

/**
 * Has the carrier look at the numbers of suspects who have an open case.
 *
 * <p>Each suspect is claimed, asked about outside any transaction, and judged in a second one. A
 * crash between the two leaves a claim that lapses; the check itself changes nothing at the carrier
 * and may be repeated.
 */
@ApplicationScoped
public class CheckNumbers {
  static final int SUSPECTS_PER_SWEEP_MAX = 20;
  static final int CLAIM_SECONDS = 20;
  private static final Logger LOG = Logger.getLogger(CheckNumbers.class);

  private final Reachabilities reachabilities;
  private final FollowReachability follow;
  private final NumberChecks checks;
  private final CurrentDay currentDay;
  private final UnitOfWork work;
  private final Ids ids;

  public CheckNumbers(
      Reachabilities reachabilities,
      FollowReachability follow,
      NumberChecks checks,
      CurrentDay currentDay,
      UnitOfWork work,
      Ids ids) {
    this.reachabilities = reachabilities;
    this.follow = follow;
    this.checks = checks;
    this.currentDay = currentDay;
    this.work = work;
    this.ids = ids;
  }

  @Scheduled(
      identity = "check-numbers",
      every = "${shouxin.collections.check-numbers-every:2s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return work.reading(currentDay::known)
        .chain(
            day ->
                day.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : work.reading(
                            () -> reachabilities.unchecked(day.get(), SUSPECTS_PER_SWEEP_MAX))
                        .onItem()
                        .transformToMulti(found -> Multi.createFrom().iterable(found))
                        .onItem()
                        .transformToUniAndConcatenate(id -> check(id, day.get()))
                        .collect()
                        .last()
                        .replaceWithVoid())
        .onFailure()
        .invoke(failed -> LOG.warn("Number checks are delayed", failed))
        .onFailure()
        .recoverWithNull();
  }

  /** Checks one suspect unless somebody else is about to. */
  Uni<Void> check(UUID borrowerId, LocalDate day) {
    return work.inTransaction(() -> reachabilities.claimCheck(borrowerId, day, CLAIM_SECONDS))
        .chain(
            mine ->
                mine
                    ? checks
                        .check(borrowerId, ids.next())
                        .chain(
                            status ->
                                work.inTransaction(() -> follow.checked(borrowerId, status, day)))
                    : Uni.createFrom().voidItem());
  }
}
