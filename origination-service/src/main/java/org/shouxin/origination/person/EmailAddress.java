package org.shouxin.origination.person;

import java.util.Locale;
import java.util.regex.Pattern;
import org.shouxin.chassis.problem.Invalid;

/**
 * A mail address.
 *
 * @param value local part and domain, the domain in lower case
 */
public record EmailAddress(String value) {

  /** Not a mail address. */
  public static final String RULE = "EMAIL_FORMAT";

  private static final int LENGTH_MAX = 254;
  private static final Pattern SHAPE =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");

  /** Checks length and shape. */
  public EmailAddress {
    if (value == null || value.length() > LENGTH_MAX || !SHAPE.matcher(value).matches()) {
      throw Invalid.field("/email", RULE, "a mail address is expected");
    }
  }

  /** Reads an address as typed. */
  public static EmailAddress of(String typed) {
    if (typed == null) {
      return new EmailAddress(null);
    }
    String stripped = typed.strip();
    int at = stripped.lastIndexOf('@') + 1;
    return new EmailAddress(
        stripped.substring(0, at) + stripped.substring(at).toLowerCase(Locale.ROOT));
  }

  /** The first character of the local part and the domain. */
  public String masked() {
    return value.charAt(0) + "***" + value.substring(value.indexOf('@'));
  }

  /** Masked, so that no log line carries the address. */
  @Override
  public String toString() {
    return masked();
  }
}
