package org.shouxin.collections.promise.model;

import java.math.BigDecimal;

/**
 * The lender's own rules for promises, as versioned data.
 *
 * @param daysMax how many days ahead a promise may lie
 * @param tolerance share of the amount that must have cleared for the promise to count as kept
 */
public record PromiseTerms(String version, int daysMax, BigDecimal tolerance) {
  private static final PromiseTerms CURRENT =
      new PromiseTerms("2026-01", 14, new BigDecimal("0.98"));

  public static PromiseTerms current() {
    return CURRENT;
  }
}
