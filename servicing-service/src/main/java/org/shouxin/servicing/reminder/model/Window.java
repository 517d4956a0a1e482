package org.shouxin.servicing.reminder.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Hours of a day.
 *
 * @param to end, exclusive; midnight is the end of the day
 */
public record Window(LocalTime from, LocalTime to) {

  private static final int DAY_SECONDS = 86_400;

  /** The hours that lie in both; empty when there are none. */
  Optional<Window> and(Window other) {
    LocalTime later = from.isAfter(other.from) ? from : other.from;
    LocalTime earlier = end() < other.end() ? to : other.to;
    Window both = new Window(later, earlier);
    return later.toSecondOfDay() < both.end() ? Optional.of(both) : Optional.empty();
  }

  Instant startOn(LocalDate day, ZoneId zone) {
    return day.atTime(from).atZone(zone).toInstant();
  }

  /** First moment after the hours of a day. */
  Instant endOn(LocalDate day, ZoneId zone) {
    return to.equals(LocalTime.MIDNIGHT)
        ? day.plusDays(1).atStartOfDay(zone).toInstant()
        : day.atTime(to).atZone(zone).toInstant();
  }

  private int end() {
    return to.equals(LocalTime.MIDNIGHT) ? DAY_SECONDS : to.toSecondOfDay();
  }
}
