package org.shouxin.risk.assessment.model.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shouxin.chassis.money.Money;

/**
 * A version of the lending policy; never changed once it has decided something.
 *
 * @param effectiveFrom first day, jurisdiction's date
 * @param effectiveTo last day, null while open
 * @param validityDays how long an answer may be used, days
 * @param minimumLimit a smaller limit is no loan
 * @param assumedAnnualRate rate at which the new instalment is judged, before the grade is known
 * @param grades best first
 */
public record Policy(
    String version,
    String jurisdiction,
    String currency,
    LocalDate effectiveFrom,
    LocalDate effectiveTo,
    int validityDays,
    Money minimumLimit,
    BigDecimal assumedAnnualRate,
    List<RuleDefinition> rules,
    List<GradeBand> grades) {

  public Policy {
    rules = List.copyOf(rules);
    grades = List.copyOf(grades);
    Set<String> ids = new HashSet<>();
    rules.forEach(
        rule -> {
          if (!ids.add(rule.id())) {
            throw new IllegalArgumentException("rule twice: " + rule.id());
          }
        });
    for (int i = 1; i < grades.size(); i++) {
      if (grades.get(i).minimumScore() >= grades.get(i - 1).minimumScore()) {
        throw new IllegalArgumentException("grades must fall in score");
      }
    }
  }

  public boolean inForce(LocalDate day) {
    return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
  }

  public Optional<GradeBand> gradeOf(int score) {
    return grades.stream().filter(band -> score >= band.minimumScore()).findFirst();
  }
}
