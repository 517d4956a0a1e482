package org.shouxin.localstack.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shouxin.localstack.story.plan.BorrowerPlan;
import org.shouxin.localstack.story.plan.GeneratedBorrowers;
import org.shouxin.localstack.story.plan.Identities;

class CastingTest {

  private static final Set<Role> FOR_PAYERS =
      Set.of(Role.FALLS_ILL, Role.FLOODED, Role.DRAWS, Role.REPAYS_EARLY, Role.PAYMENT_RETURNED);

  private final List<BorrowerPlan> plans =
      new GeneratedBorrowers(40, 11, new Identities("r1", 11, LocalDate.of(2026, 3, 1)))
          .borrowers();

  @Test
  void theFirstToStopIsWrittenOff() {
    Map<String, Role> roles = Casting.deal(plans, plan -> true);
    BorrowerPlan writtenOff =
        plans.stream()
            .filter(p -> roles.get(p.alias()) == Role.WRITTEN_OFF)
            .findAny()
            .orElseThrow();
    assertThat(plans)
        .filteredOn(BorrowerPlan::stopsPaying)
        .allMatch(plan -> plan.defaultsFrom() >= writtenOff.defaultsFrom());
    assertThat(Casting.count(roles)).containsEntry(Role.WRITTEN_OFF, 1);
  }

  @Test
  void everyRoleIsPlayedByWhomItFits() {
    Map<String, Role> roles = Casting.deal(plans, plan -> true);
    assertThat(roles).hasSize(plans.size());
    assertThat(Casting.count(roles)).containsOnlyKeys(Role.values());
    for (BorrowerPlan plan : plans) {
      Role role = roles.get(plan.alias());
      if (FOR_PAYERS.contains(role)) {
        assertThat(plan.stopsPaying()).isFalse();
      } else if (role != Role.PLAIN) {
        assertThat(plan.stopsPaying()).isTrue();
      }
    }
  }

  @Test
  void whoMayNotOweMoreDoesNotDraw() {
    assertThat(Casting.count(Casting.deal(plans, plan -> false)))
        .doesNotContainKey(Role.DRAWS)
        .containsKey(Role.PAYMENT_RETURNED);
  }

  @Test
  void nobodyToPlayIsNoFailure() {
    assertThat(Casting.deal(List.of(), plan -> true)).isEmpty();
  }
}
