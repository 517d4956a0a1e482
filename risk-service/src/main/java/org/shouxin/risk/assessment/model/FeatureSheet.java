package org.shouxin.risk.assessment.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.shouxin.chassis.money.Money;

/**
 * The facts as features of the card vocabulary, each a plain decimal; what is not known is left out
 * and scored by the card's missing bin. Age is a fact and never a feature.
 */
public final class FeatureSheet {

  private static final int RATIO_PLACES = 6;

  private FeatureSheet() {}

  public static SortedMap<String, String> of(AssessmentFacts facts) {
    SortedMap<String, String> sheet = new TreeMap<>();
    put(sheet, "requested_amount", facts.loan().amount());
    put(sheet, "term_months", facts.loan().termMonths());
    put(sheet, "months_in_network", facts.phone().monthsInNetwork());
    AssessmentFacts.Bureau bureau = facts.bureau();
    if (bureau.available()) {
      put(sheet, "utilisation", bureau.utilisation());
      put(sheet, "last_payment_ratio", bureau.lastPaymentRatio());
      put(sheet, "worst_status_24m", bureau.worstStatus24m());
      put(sheet, "open_debt", bureau.openDebt());
      put(sheet, "open_loans", bureau.openLoans());
      put(sheet, "enquiries_90d", bureau.enquiries90d());
    }
    AssessmentFacts.Applicant applicant = facts.applicant();
    if (applicant.monthlyDebtService() != null && isPositive(applicant.monthlyIncome())) {
      put(
          sheet,
          "debt_to_income",
          ratio(applicant.monthlyDebtService(), applicant.monthlyIncome()).toPlainString());
    }
    return Collections.unmodifiableSortedMap(sheet);
  }

  /** Part over whole, six places, half up. */
  static BigDecimal ratio(Money part, Money whole) {
    return part.amount().divide(whole.amount(), RATIO_PLACES, RoundingMode.HALF_UP);
  }

  static boolean isPositive(Money money) {
    return money != null && money.isPositive();
  }

  private static void put(SortedMap<String, String> sheet, String name, Money value) {
    if (value != null) {
      sheet.put(name, value.amount().toPlainString());
    }
  }

  private static void put(SortedMap<String, String> sheet, String name, Integer value) {
    if (value != null) {
      sheet.put(name, value.toString());
    }
  }

  private static void put(SortedMap<String, String> sheet, String name, String value) {
    if (value != null) {
      sheet.put(name, value);
    }
  }
}
