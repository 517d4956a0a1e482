package org.shouxin.servicing.loan.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shouxin.servicing.schedule.Rate;

/**
 * The rates that a loan had before arrangements changed them, so that what counts from an earlier
 * day is worked out by the rates of that day.
 *
 * @param all oldest first
 */
public record EarlierRates(List<Until> all) {

  public static final EarlierRates NONE = new EarlierRates(List.of());

  private static final String FIELDS = ":";
  private static final String CHANGES = ",";

  /**
   * The yearly rates that were in force before a day.
   *
   * @param day on which other rates came into force
   */
  public record Until(LocalDate day, BigDecimal annual, BigDecimal penalty) {}

  public EarlierRates {
    all = List.copyOf(all);
  }

  /** The rates in force on a day; empty when they are those of today. */
  Optional<Until> on(LocalDate day) {
    return all.stream().filter(until -> day.isBefore(until.day())).findFirst();
  }

  /** The rate of penalty interest of what was planned on a day. */
  Rate penalty(LocalDate plannedOn, Rate today) {
    return on(plannedOn).map(until -> new Rate(until.penalty())).orElse(today);
  }

  /** These, and those that end on a day. */
  EarlierRates with(LocalDate day, LoanTerms until) {
    List<Until> more = new ArrayList<>(all);
    more.add(new Until(day, until.annualRate(), until.penaltyRate()));
    return new EarlierRates(more);
  }

  /** As it is stored on a loan. */
  public String text() {
    return all.stream()
        .map(
            u ->
                u.day()
                    + FIELDS
                    + u.annual().toPlainString()
                    + FIELDS
                    + u.penalty().toPlainString())
        .collect(Collectors.joining(CHANGES));
  }

  /** The rates that a text says; none for an empty one. */
  public static EarlierRates parse(String text) {
    return text.isEmpty()
        ? NONE
        : new EarlierRates(
            Arrays.stream(text.split(CHANGES))
                .map(u -> u.split(FIELDS))
                .map(
                    u ->
                        new Until(
                            LocalDate.parse(u[0]), new BigDecimal(u[1]), new BigDecimal(u[2])))
                .toList());
  }
}
