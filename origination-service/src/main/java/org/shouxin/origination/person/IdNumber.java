package org.shouxin.origination.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.shouxin.chassis.problem.Invalid;

/**
 * A resident identity number by GB 11643-1999: six digits of region, eight of birth date, three of
 * sequence and a check character. The check character is the one at (sum of digit times weight) mod
 * 11 in {@code 10X98765432}.
 *
 * <p>The region is never a ground for refusal: codes are retired while their holders live on, and
 * prefixes 81, 82, 83 and 9 belong to permits of residents from elsewhere.
 *
 * @param value 18 characters, the last in upper case
 */
public record IdNumber(String value) {

  /** Where a number of the wrong shape is reported. */
  public static final String RULE_FORMAT = "ID_NUMBER_FORMAT";

  /** Eight digits that are no day of the calendar. */
  public static final String RULE_BIRTH_DATE = "ID_NUMBER_BIRTH_DATE";

  /** The last character does not follow from the others. */
  public static final String RULE_CHECK_DIGIT = "ID_NUMBER_CHECK_DIGIT";

  private static final String FIELD = "/idNumber";
  private static final Pattern SHAPE = Pattern.compile("[1-9]\\d{16}[0-9X]");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_CHARACTERS = "10X98765432";
  private static final DateTimeFormatter BIRTH_DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

  /** Checks shape, calendar and check character, in that order. */
  public IdNumber {
    if (value == null || !SHAPE.matcher(value).matches()) {
      throw Invalid.field(FIELD, RULE_FORMAT, "17 digits and a check character are expected");
    }
    if (parse(value) == null) {
      throw Invalid.field(FIELD, RULE_BIRTH_DATE, "the birth date in it does not exist");
    }
    if (value.charAt(17) != checkCharacter(value)) {
      throw Invalid.field(FIELD, RULE_CHECK_DIGIT, "the check character does not fit");
    }
  }

  /** Reads a number as a person types it: blanks around it and a small x are forgiven. */
  public static IdNumber of(String typed) {
    return new IdNumber(typed == null ? null : typed.strip().toUpperCase(Locale.ROOT));
  }

  /** The check character that the first seventeen digits demand. */
  public static char checkCharacter(String digits) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (digits.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length());
  }

  /** The day of birth. */
  public LocalDate birthDate() {
    return parse(value);
  }

  /** Whole years lived on a day; negative for a day before birth. */
  public int ageOn(LocalDate day) {
    return Period.between(birthDate(), day).getYears() - (day.isBefore(birthDate()) ? 1 : 0);
  }

  /** First and last character, for eyes that need no more. */
  public String masked() {
    return value.charAt(0) + "****************" + value.charAt(17);
  }

  /** Masked, so that no log line carries the number. */
  @Override
  public String toString() {
    return masked();
  }

  private static LocalDate parse(String number) {
    try {
      return LocalDate.parse(number.substring(6, 14), BIRTH_DATE);
    } catch (DateTimeException notADay) {
      return null;
    }
  }
}
