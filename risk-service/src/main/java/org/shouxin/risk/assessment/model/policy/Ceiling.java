package org.shouxin.risk.assessment.model.policy;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A bound set by law; an operator's policy may stay below it, never above.
 *
 * @param id as the law table and every refusal cite it
 * @param product product code, or ANY
 * @param value a rate a year for ANNUAL_COST, an amount in the jurisdiction's currency otherwise
 * @param to last day, null while in force
 */
public record Ceiling(
    String id,
    String jurisdiction,
    String product,
    Kind kind,
    BigDecimal value,
    LocalDate from,
    LocalDate to,
    String source) {

  public enum Kind {
    /** All-in cost a year. */
    ANNUAL_COST,
    /** Open amount of one borrower. */
    BORROWER_AMOUNT
  }

  boolean applies(LocalDate day, String productCode) {
    return !day.isBefore(from)
        && (to == null || !day.isAfter(to))
        && ("ANY".equals(product) || product.equals(productCode));
  }
}
