package org.shouxin.collections.planning.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shouxin.collections.planning.model.Strategy;
import org.shouxin.collections.planning.model.Strategy.Step;

/** The strategy released with the service plans nothing that the law would refuse. */
class ResourceStrategiesTest {
  private static final Set<String> BY_NUMBER = Set.of("SMS", "VOICE");

  private final Strategy strategy = new ResourceStrategies().at(LocalDate.of(2026, 3, 2));

  @Test
  void everyTierHasStepsInOrderWithinLawfulHours() {
    assertThat(strategy.tiers()).containsOnlyKeys("EARLY", "MIDDLE", "LATE");
    strategy
        .tiers()
        .values()
        .forEach(
            plan -> {
              List<Step> steps = plan.steps();
              assertThat(steps).isSortedAccordingTo(Comparator.comparingInt(Step::day));
              assertThat(steps)
                  .allSatisfy(
                      step -> {
                        assertThat(step.at()).isBetween(LocalTime.of(8, 0), LocalTime.of(21, 59));
                        assertThat(strategy.texts()).containsKeys(step.channel(), step.otherwise());
                        assertThat(BY_NUMBER).doesNotContain(step.otherwise());
                      });
            });
  }

  @Test
  void aDayBeforeTheFirstStrategyGetsTheFirst() {
    assertThat(new ResourceStrategies().at(LocalDate.of(1990, 1, 1))).isEqualTo(strategy);
  }
}
