package org.shouxin.origination.policy;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One value that a rule demands, in force from a day to a day.
 *
 * @param name what the code asks for
 * @param rule the id that refusals, tests and audit entries cite
 * @param from first day in force
 * @param to last day in force; null while open
 * @param unit what the value counts
 * @param source where the value was read, with its confidence
 */
public record Parameter(
    Name name,
    String rule,
    String jurisdiction,
    String product,
    LocalDate from,
    LocalDate to,
    BigDecimal value,
    String unit,
    String source) {

  /** What can be asked for. */
  public enum Name {
    /** Youngest borrower, whole years. */
    AGE_YEARS_MIN(Direction.FLOOR),
    /** Oldest borrower at application, whole years. */
    AGE_YEARS_MAX(Direction.CEILING),
    /** Largest loan to a person whose face was not compared with the document. */
    NO_FACE_AMOUNT_MAX(Direction.CEILING),
    /** Shortest time between showing the cost table and accepting it. */
    READING_SECONDS_MIN(Direction.FLOOR),
    /** Highest all-in annual cost, as a fraction. */
    ANNUAL_COST_MAX(Direction.CEILING),
    /** All open principal of one person. */
    PERSON_PRINCIPAL_MAX(Direction.CEILING),
    /** Longest term of a loan that is paid back in one sum. */
    BULLET_MONTHS_MAX(Direction.CEILING),
    /** How often a person may try to be verified before somebody looks at it. */
    VERIFICATION_ATTEMPTS_MAX(Direction.CEILING);

    private final Direction direction;

    Name(Direction direction) {
      this.direction = direction;
    }

    /** Whether the operator's wish is at least as strict as the rule. */
    boolean tightens(BigDecimal rule, BigDecimal wish) {
      return direction == Direction.FLOOR ? wish.compareTo(rule) >= 0 : wish.compareTo(rule) <= 0;
    }
  }

  private enum Direction {
    FLOOR,
    CEILING
  }

  boolean inForceOn(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }

  Parameter with(BigDecimal stricter) {
    return new Parameter(name, rule, jurisdiction, product, from, to, stricter, unit, source);
  }
}
