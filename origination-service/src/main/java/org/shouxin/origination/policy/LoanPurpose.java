package org.shouxin.origination.policy;

/**
 * What the money is for. A purpose that consumer credit must not serve can be named, and is
 * refused.
 */
public enum LoanPurpose {
  /** Everyday spending. */
  DAILY_CONSUMPTION,
  /** Schooling and training. */
  EDUCATION,
  /** Illness and care. */
  MEDICAL,
  /** Furnishing or repair of a home already owned or rented. */
  HOME_IMPROVEMENT,
  /** Travel. */
  TRAVEL,
  /** Household goods and devices. */
  DURABLE_GOODS,
  /** Buying property; not allowed for consumer credit. */
  PROPERTY,
  /** Buying securities, funds or other investments; not allowed for consumer credit. */
  SECURITIES
}
