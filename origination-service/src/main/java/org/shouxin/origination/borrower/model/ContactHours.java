package org.shouxin.origination.borrower.model;

import java.time.Duration;
import java.time.LocalTime;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * The hours of the day, in the person's zone, in which somebody wants to be spoken to. Outside of
 * 08:00 to 22:00 nobody may be contacted without having agreed to it (CN-CONTACT-01; GB/T
 * 45251-2025, 5.3).
 *
 * @param to end, exclusive; midnight is the end of the day
 * @param nightAgreed whether the person agreed to hours that the law keeps quiet
 */
public record ContactHours(LocalTime from, LocalTime to, boolean nightAgreed) {

  /** Outside of the hours the law allows, and not agreed to. */
  public static final String RULE_LAW = "CN-CONTACT-01";

  /** Too little time for any message. */
  public static final String RULE_WIDTH = "CONTACT_HOURS_TOO_SHORT";

  /** First lawful moment of a day. */
  public static final LocalTime LAWFUL_FROM = LocalTime.of(8, 0);

  /** End of the lawful time of a day, exclusive. */
  public static final LocalTime LAWFUL_TO = LocalTime.of(22, 0);

  private static final Duration WIDTH_MIN = Duration.ofHours(2);
  private static final int DAY_SECONDS = 86_400;

  /** Refuses hours that are too few, or against the law without the person's word. */
  public ContactHours {
    if (end(to) - from.toSecondOfDay() < WIDTH_MIN.toSeconds()) {
      throw RuleViolation.refused(
              RULE_WIDTH, "at least two hours of a day, the end after the start")
          .field("/contactHours/to");
    }
    boolean lawful = !from.isBefore(LAWFUL_FROM) && end(to) <= end(LAWFUL_TO);
    if (!lawful && !nightAgreed) {
      throw RuleViolation.refused(RULE_LAW, "before 08:00 and from 22:00 only who agreed to it")
          .field("/contactHours");
    }
  }

  private static int end(LocalTime to) {
    return to.equals(LocalTime.MIDNIGHT) ? DAY_SECONDS : to.toSecondOfDay();
  }
}
