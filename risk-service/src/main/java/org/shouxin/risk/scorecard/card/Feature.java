package org.shouxin.risk.scorecard.card;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Everything a card may look at: the same names are columns of a training file and features of an
 * assessment. A trait protected by law or decency is not here and so can never be scored on.
 */
public enum Feature {
  /** Amount asked for, CNY. */
  REQUESTED_AMOUNT("requested_amount"),
  /** Term asked for, months. */
  TERM_MONTHS("term_months"),
  /** Used part of the existing credit lines, 1 = all of it. */
  UTILISATION("utilisation"),
  /** Last statement's payment over its balance, 1 = paid in full. */
  LAST_PAYMENT_RATIO("last_payment_ratio"),
  /** Worst lateness of the last 24 months, months late. */
  WORST_STATUS_24M("worst_status_24m"),
  /** Open debt at all lenders, CNY. */
  OPEN_DEBT("open_debt"),
  /** Open loans at all lenders, count. */
  OPEN_LOANS("open_loans"),
  /** Credit enquiries of the last 90 days, count. */
  ENQUIRIES_90D("enquiries_90d"),
  /** Months the phone number has belonged to the applicant. */
  MONTHS_IN_NETWORK("months_in_network"),
  /** Monthly debt service over monthly income, before the new loan. */
  DEBT_TO_INCOME("debt_to_income");

  /** Traits an assessment's facts carry beside the features; scoring on any trait is refused. */
  public static final List<String> PROTECTED_TRAITS = List.of("sex", "marriage", "age");

  private final String column;

  Feature(String column) {
    this.column = column;
  }

  public String column() {
    return column;
  }

  public static Optional<Feature> of(String column) {
    return Arrays.stream(values()).filter(feature -> feature.column.equals(column)).findFirst();
  }
}
