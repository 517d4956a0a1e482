package org.shouxin.servicing.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.shouxin.chassis.problem.Invalid;

/** Dates as callers write them in paths and queries: ISO, and they must exist. */
public final class DateText {

  private DateText() {}

  /** The date, or null for null. */
  public static LocalDate parse(String field, String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException notADate) {
      throw Invalid.field(field, "DATE", "not an ISO date that exists");
    }
  }
}
