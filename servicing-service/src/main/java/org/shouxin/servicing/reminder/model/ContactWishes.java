package org.shouxin.servicing.reminder.model;

import java.time.ZoneId;

/**
 * How and when a borrower wants to be reminded, and whether at all.
 *
 * @param preferred the channel to try first, or null for the one the loan was opened with
 * @param hours the hours chosen, in the borrower's zone, or null for whenever it is allowed
 * @param nightAgreed whether the hours chosen count where the law keeps quiet
 * @param consent whether the borrower agrees to be contacted
 */
public record ContactWishes(
    Reminder.Channel preferred, ZoneId zone, Window hours, boolean nightAgreed, boolean consent) {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** What holds for somebody of whom nothing is known: no consent. */
  public static final ContactWishes UNKNOWN = new ContactWishes(null, CHINA, null, false, false);
}
