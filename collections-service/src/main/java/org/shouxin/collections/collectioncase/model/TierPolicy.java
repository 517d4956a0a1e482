package org.shouxin.collections.collectioncase.model;

/**
 * Places a case in a tier by its stage and the amount due.
 *
 * <p>LATE from M3; MIDDLE from M2, or in M1 when the amount due reaches {@link #LARGE_MINOR}; EARLY
 * otherwise. The amount is in minor units of the loan's currency.
 */
public final class TierPolicy {
  /** 10,000.00 in a currency of two decimals. */
  static final long LARGE_MINOR = 1_000_000;

  private TierPolicy() {}

  public static Tier tierOf(Stage stage, long amountDueMinor) {
    if (stage.atLeast(Stage.M3)) {
      return Tier.LATE;
    }
    if (stage.atLeast(Stage.M2)) {
      return Tier.MIDDLE;
    }
    return amountDueMinor >= LARGE_MINOR ? Tier.MIDDLE : Tier.EARLY;
  }
}
