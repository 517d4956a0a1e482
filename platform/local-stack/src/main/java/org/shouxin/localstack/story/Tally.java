package org.shouxin.localstack.story;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What the story itself did and saw, counted for the table at the end. */
final class Tally {

  private final Map<String, Long> counts = new ConcurrentHashMap<>();
  private final Map<String, Long> refusals = new ConcurrentHashMap<>();
  private final Map<String, BigDecimal> sums = new ConcurrentHashMap<>();

  void add(String what) {
    counts.merge(what, 1L, Long::sum);
  }

  void add(String what, BigDecimal amount) {
    sums.merge(what, amount, BigDecimal::add);
  }

  /** Something was refused, as it must be, by the rule named. */
  void refused(String rule) {
    refusals.merge(rule, 1L, Long::sum);
  }

  long count(String what) {
    return counts.getOrDefault(what, 0L);
  }

  BigDecimal sum(String what) {
    return sums.getOrDefault(what, BigDecimal.ZERO);
  }

  Map<String, Long> refusals() {
    return new TreeMap<>(refusals);
  }
}
