package org.shouxin.risk.registry;

import java.util.Map;
import java.util.Set;

/**
 * Where a model stands. DRAFT -> SHADOW (scores, decides nothing) -> CHALLENGER (decides for a
 * share of the applicants) -> CHAMPION (decides for the others) -> RETIRED. A purpose has at most
 * one champion and one challenger. Every step up needs two people; a step out does not.
 */
public enum Stage {
  DRAFT,
  SHADOW,
  CHALLENGER,
  CHAMPION,
  RETIRED;

  private static final Map<Stage, Set<Stage>> NEXT =
      Map.of(
          DRAFT, Set.of(SHADOW, RETIRED),
          SHADOW, Set.of(CHALLENGER, CHAMPION, RETIRED),
          CHALLENGER, Set.of(SHADOW, CHAMPION, RETIRED),
          CHAMPION, Set.of(RETIRED),
          RETIRED, Set.of());

  public boolean mayBecome(Stage next) {
    return NEXT.get(this).contains(next);
  }
}
