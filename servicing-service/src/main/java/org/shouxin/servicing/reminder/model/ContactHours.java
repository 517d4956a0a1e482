package org.shouxin.servicing.reminder.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When a borrower may be reminded: in the law's hours, narrowed by the borrower's own and, as far
 * as something is left, by the house's for that kind of day. Hours that the law keeps quiet are
 * open only to who agreed to them; then the borrower's word alone counts.
 *
 * @param house the house's own hours
 * @param days days that are no ordinary ones
 */
public record ContactHours(List<HouseHours> house, Map<LocalDate, DayKind> days) {

  /** What kind of day it is. */
  public enum DayKind {
    WORKDAY,
    REST_DAY,
    HOLIDAY
  }

  /** The house's hours for a kind of day, from a date until a date (inclusive, or null). */
  public record HouseHours(DayKind kind, LocalDate from, LocalDate to, Window window) {}

  /** The law's hours, in force from a date until a date (inclusive, or null). */
  record LawfulHours(LocalDate from, LocalDate to, Window window, String rule, String source) {}

  /** Compiled in: an operator tightens by the house's hours, and cannot loosen. */
  static final List<LawfulHours> LAW =
      List.of(
          new LawfulHours(
              LocalDate.of(2020, 1, 1),
              null,
              new Window(LocalTime.of(8, 0), LocalTime.of(22, 0)),
              "CN-CONTACT-01",
              "GB/T 45251-2025, 5.3; CBA guideline 2026-01-30"));

  private static final int DAYS_LOOKED_AT_MAX = 31;

  public ContactHours {
    house = List.copyOf(house);
    days = Map.copyOf(days);
  }

  /**
   * Now, when it is allowed now, else the next moment when it is; empty when no law is in force.
   */
  public Optional<Instant> next(Instant now, ContactWishes wishes) {
    LocalDate today = LocalDate.ofInstant(now, wishes.zone());
    for (int i = 0; i < DAYS_LOOKED_AT_MAX; i++) {
      LocalDate day = today.plusDays(i);
      Optional<Window> open = open(day, wishes);
      if (open.isPresent() && now.isBefore(open.get().endOn(day, wishes.zone()))) {
        Instant start = open.get().startOn(day, wishes.zone());
        return Optional.of(start.isAfter(now) ? start : now);
      }
    }
    return Optional.empty();
  }

  private Optional<Window> open(LocalDate day, ContactWishes wishes) {
    if (wishes.hours() != null && wishes.nightAgreed()) {
      return Optional.of(wishes.hours());
    }
    return LAW.stream()
        .filter(law -> inForce(law.from(), law.to(), day))
        .map(LawfulHours::window)
        .findFirst()
        .map(law -> wishes.hours() == null ? law : law.and(wishes.hours()).orElse(law))
        .map(lawful -> narrowed(lawful, day));
  }

  private Window narrowed(Window lawful, LocalDate day) {
    DayKind kind = kind(day);
    return house.stream()
        .filter(hours -> hours.kind() == kind && inForce(hours.from(), hours.to(), day))
        .findFirst()
        .flatMap(hours -> lawful.and(hours.window()))
        .orElse(lawful);
  }

  private DayKind kind(LocalDate day) {
    DayKind special = days.get(day);
    if (special != null) {
      return special;
    }
    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
        ? DayKind.WORKDAY
        : DayKind.REST_DAY;
  }

  private static boolean inForce(LocalDate from, LocalDate to, LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }
}
