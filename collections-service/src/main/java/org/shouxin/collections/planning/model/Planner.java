package org.shouxin.collections.planning.model;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import org.shouxin.collections.planning.model.Strategy.Step;
import org.shouxin.collections.planning.model.Strategy.TierPlan;

/**
 * Decides, for one case and one business date, which action is next, if any.
 *
 * <p>A step is due when its day of the tier has come and no action was planned for the case on or
 * after that day. Of several due steps only the latest is taken, so a case that could not be worked
 * for a while is not flooded. Nothing is planned while a hold stands, a promise is open and not
 * due, or the loan is back in grace. A step by telephone is replaced by its other channel when the
 * number is lost. The hour is the step's, on the debtor's clock.
 */
public final class Planner {
  private Planner() {}

  public static Optional<PlannedStep> next(
      CaseFacts facts, Strategy strategy, LocalDate day, ZoneId institution) {
    if (facts.held() || facts.promiseOpen() || facts.inGrace()) {
      return Optional.empty();
    }
    return Optional.ofNullable(strategy.tiers().get(facts.tier()))
        .flatMap(plan -> dueStep(plan, facts, day))
        .map(step -> planned(step, facts, strategy, day, institution));
  }

  private static Optional<Step> dueStep(TierPlan plan, CaseFacts facts, LocalDate day) {
    Optional<Step> latest =
        plan.steps().stream()
            .filter(step -> !dayOf(step, facts).isAfter(day))
            .max(Comparator.comparingInt(Step::day));
    return latest.filter(step -> !doneSince(facts, lastDueDay(plan, step, facts, day)));
  }

  /** The day from which the step waits: its own, or its latest repetition if it is the last. */
  private static LocalDate lastDueDay(TierPlan plan, Step step, CaseFacts facts, LocalDate day) {
    LocalDate first = dayOf(step, facts);
    boolean last = plan.steps().stream().noneMatch(other -> other.day() > step.day());
    if (!last || plan.repeatDays() == 0) {
      return first;
    }
    long rounds = (day.toEpochDay() - first.toEpochDay()) / plan.repeatDays();
    return first.plusDays(rounds * plan.repeatDays());
  }

  private static boolean doneSince(CaseFacts facts, LocalDate dueDay) {
    return facts.lastActionOn().map(done -> !done.isBefore(dueDay)).orElse(false);
  }

  private static LocalDate dayOf(Step step, CaseFacts facts) {
    return facts.tierSince().plusDays(step.day());
  }

  private static PlannedStep planned(
      Step step, CaseFacts facts, Strategy strategy, LocalDate day, ZoneId institution) {
    String channel = facts.numberLost() ? step.otherwise() : step.channel();
    ZoneId debtor = facts.zone().orElse(institution);
    LocalDateTime at =
        day.atTime(step.at()).atZone(debtor).withZoneSameInstant(institution).toLocalDateTime();
    LocalDateTime onTheDay = at.toLocalDate().equals(day) ? at : day.atTime(step.at());
    return new PlannedStep(
        facts.caseId(),
        facts.tier(),
        channel,
        strategy.texts().get(channel),
        onTheDay,
        strategy.version());
  }
}
