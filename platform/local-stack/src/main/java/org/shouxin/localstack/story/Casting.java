package org.shouxin.localstack.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.shouxin.localstack.story.plan.BorrowerPlan;
import org.shouxin.localstack.story.plan.Conduct;

/**
 * Deals the roles among the borrowers who got a loan. Who stops paying is the plan's; who of them
 * loses the number or makes a promise, and who of the others falls ill, draws or has a payment
 * returned, is dealt by order, because no file of borrowers tells it.
 */
final class Casting {

  private static final List<Role> STOPPERS =
      List.of(
          Role.NUMBER_EMPTY,
          Role.KEEPS_PROMISE,
          Role.NUMBER_RECYCLED,
          Role.BREAKS_PROMISE,
          Role.PLAIN,
          Role.KEEPS_PROMISE);

  private static final List<Role> IN_TIME =
      List.of(Role.FALLS_ILL, Role.DRAWS, Role.PAYMENT_RETURNED, Role.FLOODED, Role.REPAYS_EARLY);

  private Casting() {}

  /**
   * Roles by alias for plans in order; the one who stops first is written off in the end.
   *
   * @param mayDraw whether somebody may owe more than the loan
   */
  static Map<String, Role> deal(List<BorrowerPlan> plans, Predicate<BorrowerPlan> mayDraw) {
    Map<String, Role> roles = new HashMap<>();
    plans.forEach(plan -> roles.put(plan.alias(), Role.PLAIN));
    List<BorrowerPlan> stoppers =
        plans.stream()
            .filter(BorrowerPlan::stopsPaying)
            .sorted(
                Comparator.comparingInt(BorrowerPlan::defaultsFrom)
                    .thenComparing(BorrowerPlan::alias))
            .toList();
    for (int i = 0; i < stoppers.size(); i++) {
      Role role = i == 0 ? Role.WRITTEN_OFF : STOPPERS.get((i - 1) % STOPPERS.size());
      roles.put(stoppers.get(i).alias(), role);
    }
    List<BorrowerPlan> inTime =
        new ArrayList<>(plans.stream().filter(Casting::alwaysInTime).toList());
    for (Role role : IN_TIME) {
      inTime.stream()
          .filter(plan -> role != Role.DRAWS || mayDraw.test(plan))
          .findFirst()
          .ifPresent(
              plan -> {
                inTime.remove(plan);
                roles.put(plan.alias(), role);
              });
    }
    return roles;
  }

  private static boolean alwaysInTime(BorrowerPlan plan) {
    return plan.conducts().stream().allMatch(Conduct.ON_TIME::equals);
  }

  static Map<Role, Integer> count(Map<String, Role> roles) {
    Map<Role, Integer> counts = new EnumMap<>(Role.class);
    roles.values().forEach(role -> counts.merge(role, 1, Integer::sum));
    return counts;
  }
}
