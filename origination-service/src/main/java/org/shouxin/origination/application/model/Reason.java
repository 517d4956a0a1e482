package org.shouxin.origination.application.model;

/**
 * Why something was decided.
 *
 * @param code stable, without blanks
 * @param text for the applicant, in the language of the application; may be empty
 */
public record Reason(String code, String text) {

  /** Nobody could judge; tried again later. */
  public static final String ASSESSMENT_UNAVAILABLE = "ASSESSMENT_UNAVAILABLE";

  /** The limit is below the smallest loan. */
  public static final String LIMIT_TOO_LOW = "LIMIT_BELOW_MINIMUM";

  /** The applicant asked for a person to look at it. */
  public static final String APPEALED = "APPEALED";

  /** A person decided. */
  public static final String REVIEWED = "REVIEWED";

  /** A reason whose text lies in the bundles. */
  public static Reason of(String code) {
    return new Reason(code, "");
  }
}
