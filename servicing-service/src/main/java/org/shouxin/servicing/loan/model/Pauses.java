package org.shouxin.servicing.loan.model;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * Stretches of days that do not count as past due, both ends included; they do not overlap. Penalty
 * interest and due dates are not touched by them.
 */
public record Pauses(List<Stretch> stretches) {

  public static final Pauses NONE = new Pauses(List.of());

  private static final String ENDS = "/";
  private static final String STRETCHES = ",";

  /** From the first to the last day that is not counted. */
  public record Stretch(LocalDate first, LocalDate last) {

    private long within(LocalDate after, LocalDate through) {
      LocalDate from = first.isAfter(after) ? first : after.plusDays(1);
      LocalDate to = last.isBefore(through) ? last : through;
      return Math.max(0, ChronoUnit.DAYS.between(from, to) + 1);
    }
  }

  public Pauses {
    stretches = List.copyOf(stretches);
  }

  /** Days past due on a day, of which the oldest unpaid due date is given. */
  int daysPastDue(LocalDate oldest, LocalDate day) {
    long days = ChronoUnit.DAYS.between(oldest, day);
    for (Stretch stretch : stretches) {
      days -= stretch.within(oldest, day);
    }
    return (int) Math.max(0, days);
  }

  /** The first day on which so many days past due are reached. */
  LocalDate dayOf(LocalDate oldest, int daysPastDue) {
    LocalDate day = oldest.plusDays(daysPastDue);
    int counted = daysPastDue(oldest, day);
    while (counted < daysPastDue) {
      day = day.plusDays(daysPastDue - counted);
      counted = daysPastDue(oldest, day);
    }
    return day;
  }

  /** These and another one, which must not overlap any. */
  Pauses with(Stretch other) {
    if (stretches.stream()
        .anyMatch(s -> !s.last().isBefore(other.first()) && !s.first().isAfter(other.last()))) {
      throw RuleViolation.conflict("PAUSE_OVERLAPS", "some of the days are paused already");
    }
    List<Stretch> all = new ArrayList<>(stretches);
    all.add(other);
    return new Pauses(all);
  }

  /** These and those days of another stretch that are not paused yet. */
  Pauses withRestOf(Stretch other) {
    List<Stretch> all = new ArrayList<>(stretches);
    LocalDate from = other.first();
    for (Stretch known : stretches.stream().sorted(comparing(Stretch::first)).toList()) {
      if (known.first().isAfter(other.last()) || known.last().isBefore(from)) {
        continue;
      }
      if (known.first().isAfter(from)) {
        all.add(new Stretch(from, known.first().minusDays(1)));
      }
      from = known.last().plusDays(1);
    }
    if (!from.isAfter(other.last())) {
      all.add(new Stretch(from, other.last()));
    }
    return new Pauses(all);
  }

  /** As it is stored on a loan. */
  public String text() {
    return stretches.stream()
        .map(s -> s.first() + ENDS + s.last())
        .collect(Collectors.joining(STRETCHES));
  }

  /** The pauses that a text says; none for an empty one. */
  public static Pauses parse(String text) {
    return text.isEmpty()
        ? NONE
        : new Pauses(
            Arrays.stream(text.split(STRETCHES))
                .map(s -> s.split(ENDS))
                .map(e -> new Stretch(LocalDate.parse(e[0]), LocalDate.parse(e[1])))
                .toList());
  }
}
