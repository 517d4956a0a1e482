package org.shouxin.collections.planning;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.shouxin.chassis.persistence.FreshContext;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.collections.businessday.CurrentDay;
import org.shouxin.collections.contact.ContactOrder;
import org.shouxin.collections.contact.PlannedContact;
import org.shouxin.collections.planning.PlannedActions.Due;
import org.shouxin.collections.planning.model.PlannedStep;

/**
 * Carries out the actions planned for the current business date, each through the same contact use
 * case as a collector's, a few at a time and each on a context (and so a session) of its own. Runs
 * after each close of day; a sweep picks up what a crash or an absent peer left over.
 */
@ApplicationScoped
public class ExecutePlan {
  static final int ACTIONS_AT_ONCE_MAX = 6;
  static final int ACTIONS_PER_ROUND_MAX = 500;
  static final int LEFT_OVER_AFTER_SECONDS = 4;
  private static final Logger LOG = Logger.getLogger(ExecutePlan.class);

  private final PlannedActions actions;
  private final PlannedContact plannedContact;
  private final CurrentDay currentDay;
  private final UnitOfWork work;
  private final Vertx vertx;
  private final Clock clock;

  public ExecutePlan(
      PlannedActions actions,
      PlannedContact plannedContact,
      CurrentDay currentDay,
      UnitOfWork work,
      Vertx vertx,
      Clock clock) {
    this.actions = actions;
    this.plannedContact = plannedContact;
    this.currentDay = currentDay;
    this.work = work;
    this.vertx = vertx;
    this.clock = clock;
  }

  @Scheduled(
      identity = "execute-plan",
      every = "${shouxin.collections.execute-plan-every:5s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return round(clock.instant().minusSeconds(LEFT_OVER_AFTER_SECONDS));
  }

  /** Carries out what is due today; opens its own transactions and does not fail. */
  public Uni<Void> now() {
    return round(clock.instant());
  }

  private Uni<Void> round(Instant plannedBefore) {
    return work.reading(
            () ->
                currentDay
                    .known()
                    .chain(
                        day ->
                            day.map(
                                    today ->
                                        actions.due(today, plannedBefore, ACTIONS_PER_ROUND_MAX))
                                .orElseGet(() -> Uni.createFrom().item(List.of()))))
        .chain(this::carryOutAll)
        .onFailure()
        .invoke(failed -> LOG.warn("The plan is carried out later", failed))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> carryOutAll(List<Due> due) {
    return Multi.createFrom()
        .iterable(due)
        .onItem()
        .transformToUni(action -> FreshContext.run(vertx, () -> carryOut(action)))
        .merge(ACTIONS_AT_ONCE_MAX)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> carryOut(Due action) {
    PlannedStep step = action.step();
    return plannedContact
        .make(
            ContactOrder.planned(step.caseId(), step.channel(), step.at(), step.script()),
            () -> actions.done(action.id()).invoke(this::requireMine).replaceWithVoid())
        .chain(
            made ->
                made.refusedBy()
                    .map(rule -> work.inTransaction(() -> actions.refused(action.id(), rule)))
                    .orElseGet(this::nothing))
        .onFailure(AlreadyDone.class)
        .recoverWithNull()
        .onFailure()
        .recoverWithUni(failure -> later(action, failure));
  }

  private void requireMine(boolean mine) {
    if (!mine) {
      throw new AlreadyDone();
    }
  }

  /** Another process carried the action out; what was reserved for it here is undone. */
  private static final class AlreadyDone extends RuntimeException {}

  private Uni<Void> later(Due action, Throwable failure) {
    LOG.warnf("Action %s waits (%s)", action.id(), failure.getClass().getSimpleName());
    return work.inTransaction(() -> actions.failed(action.id())).onFailure().recoverWithNull();
  }

  private Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }
}
