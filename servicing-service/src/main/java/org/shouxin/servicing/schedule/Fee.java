package org.shouxin.servicing.schedule;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.shouxin.chassis.problem.Invalid;

/**
 * A fee of a loan; every fee counts for the annual cost.
 *
 * @param code what it is called in contracts and lists, like {@code SERVICE}
 * @param base what a share is taken of; FIXED for an amount
 * @param amountMinor the amount when it is fixed, minor units; otherwise 0
 * @param share the share otherwise, a fraction of one with at most eight decimals; zero when fixed
 * @param deducted whether an upfront fee is kept back from the payout
 */
public record Fee(
    String code, When when, Base base, long amountMinor, BigDecimal share, boolean deducted) {

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
  private static final int DECIMALS_MAX = 8;

  public Fee {
    share = share.stripTrailingZeros();
    if (!CODE.matcher(code).matches()) {
      throw Invalid.field("/fees", "FEE_CODE", "a code is upper case, at most 40 characters");
    }
    if (amountMinor > TermsRules.PRINCIPAL_MINOR_CEILING) {
      throw Invalid.field("/fees", "FEE_AMOUNT", "a fee is not larger than any principal");
    }
    if (amountMinor < 0 || base == Base.FIXED == (share.signum() != 0)) {
      throw Invalid.field("/fees", "FEE_AMOUNT", "a fee is an amount or a share, not negative");
    }
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0 || share.scale() > DECIMALS_MAX) {
      throw Invalid.field("/fees", "FEE_SHARE", "a share is up to 1 with at most 8 decimals");
    }
    if (base != Base.FIXED && amountMinor != 0) {
      throw Invalid.field("/fees", "FEE_AMOUNT", "a fee is an amount or a share, not both");
    }
    if (when == When.UPFRONT && base != Base.FIXED && base != Base.PRINCIPAL) {
      throw Invalid.field("/fees", "FEE_BASE", "an upfront fee is a share of the principal");
    }
    if (deducted && when != When.UPFRONT) {
      throw Invalid.field("/fees", "FEE_DEDUCTED", "only an upfront fee can be deducted");
    }
  }

  /** When a fee is paid. */
  public enum When {
    UPFRONT,
    EACH_INSTALMENT
  }

  /** What a share is taken of. */
  public enum Base {
    FIXED,
    /** The principal of the contract. */
    PRINCIPAL,
    /** Principal and interest of the instalment. */
    INSTALMENT,
    /** The principal that is open before the instalment. */
    BALANCE
  }

  /** The base of an instalment, minor units. */
  long baseMinor(long contractPrincipal, long principal, long interest, long balanceBefore) {
    return switch (base) {
      case FIXED -> amountMinor;
      case PRINCIPAL -> contractPrincipal;
      case INSTALMENT -> principal + interest;
      case BALANCE -> balanceBefore;
    };
  }

  /** The fee of a base, rounded once. */
  long minor(long baseMinor, Rounding rounding) {
    return base == Base.FIXED
        ? amountMinor
        : rounding.timesRatio(
            baseMinor,
            share.movePointRight(DECIMALS_MAX).longValueExact(),
            BigDecimal.ONE.movePointRight(DECIMALS_MAX).longValueExact());
  }
}
