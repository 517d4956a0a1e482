package org.shouxin.servicing.classification.model;

import java.time.LocalDate;
import java.util.List;

/**
 * The worst class that the law allows to be left off: a loan more days past due than {@code
 * daysOver} is at least in {@code floor}. Law by id, compiled in; an operator may add stricter rows
 * as data, none of these can be taken away.
 *
 * @param rule id in the table of rules
 * @param scheme which kind of product it is about
 * @param from first day it is in force
 */
public record ClassFloor(
    String rule, Scheme scheme, int daysOver, AssetClass floor, LocalDate from) {

  /** How a product is classified; credit cards have their own measures. */
  public enum Scheme {
    LOAN,
    CARD
  }

  /** Order 2023-1 of CBIRC and PBoC on the risk classification of financial assets. */
  private static final LocalDate ORDER_2023_1 = LocalDate.of(2023, 7, 1);

  /** Measures on the credit card business of commercial banks, article 92. */
  private static final LocalDate CARD_MEASURES = LocalDate.of(2011, 1, 13);

  /**
   * CN-CLASS-01: overdue special mention, over 90 days substandard, over 270 doubtful, over 360
   * loss. CN-CLASS-03: cards 1 to 90, 91 to 120, 121 to 180, over 180 days.
   */
  private static final List<ClassFloor> LAW =
      List.of(
          loan(0, AssetClass.SPECIAL_MENTION),
          loan(90, AssetClass.SUBSTANDARD),
          loan(270, AssetClass.DOUBTFUL),
          loan(360, AssetClass.LOSS),
          card(0, AssetClass.SPECIAL_MENTION),
          card(90, AssetClass.SUBSTANDARD),
          card(120, AssetClass.DOUBTFUL),
          card(180, AssetClass.LOSS));

  /** The floors of a day; before the first known law its rows hold already. */
  public static List<ClassFloor> on(LocalDate day) {
    return LAW.stream()
        .filter(row -> !row.from.isAfter(day) || day.isBefore(ORDER_2023_1))
        .toList();
  }

  /** The class that the law asks for at least. */
  public static AssetClass of(Scheme scheme, int daysPastDue, LocalDate day) {
    return on(day).stream()
        .filter(row -> row.scheme == scheme && daysPastDue > row.daysOver)
        .map(ClassFloor::floor)
        .reduce(AssetClass.NORMAL, AssetClass::worse);
  }

  private static ClassFloor loan(int daysOver, AssetClass floor) {
    return new ClassFloor("CN-CLASS-01", Scheme.LOAN, daysOver, floor, ORDER_2023_1);
  }

  private static ClassFloor card(int daysOver, AssetClass floor) {
    return new ClassFloor("CN-CLASS-03", Scheme.CARD, daysOver, floor, CARD_MEASURES);
  }
}
