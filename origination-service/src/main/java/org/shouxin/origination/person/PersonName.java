package org.shouxin.origination.person;

import java.util.regex.Pattern;
import org.shouxin.chassis.problem.Invalid;

/**
 * A person's name as the identity document writes it.
 *
 * @param value one to fifty letters of any script, with the dots, blanks, hyphens and apostrophes
 *     that names carry
 */
public record PersonName(String value) {

  /** A name that holds something no document writes. */
  public static final String RULE = "NAME_FORMAT";

  private static final int LENGTH_MAX = 50;
  private static final Pattern SHAPE = Pattern.compile("\\p{L}[\\p{L}\\p{M}·. '’-]*");

  /** Checks length and letters. */
  public PersonName {
    if (value == null || value.length() > LENGTH_MAX || !SHAPE.matcher(value).matches()) {
      throw Invalid.field("/name", RULE, "a name of 1 to 50 letters is expected");
    }
  }

  /** Reads a name as typed. */
  public static PersonName of(String typed) {
    return new PersonName(typed == null ? null : typed.strip());
  }

  /** The first character and a star. */
  public String masked() {
    return Character.toString(value.codePointAt(0)) + "*";
  }

  /** Masked, so that no log line carries the name. */
  @Override
  public String toString() {
    return masked();
  }
}
