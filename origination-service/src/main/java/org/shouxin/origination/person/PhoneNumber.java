package org.shouxin.origination.person;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.regex.Pattern;
import org.shouxin.chassis.problem.Invalid;

/**
 * A mobile number of mainland China.
 *
 * @param value E.164, such as {@code +8613800000000}
 */
public record PhoneNumber(String value) {

  /** Not a mobile number of mainland China by libphonenumber's metadata. */
  public static final String RULE = "PHONE_NOT_CN_MOBILE";

  private static final String REGION = "CN";
  private static final Pattern TYPED = Pattern.compile("\\+?[0-9 ()-]{5,31}");

  /** Checks that the number is a valid mobile number in E.164. */
  public PhoneNumber {
    if (value == null || !value.equals(normalised(value))) {
      throw refused();
    }
  }

  /** Reads a number in any usual spelling, with or without the country code. */
  public static PhoneNumber of(String typed) {
    return new PhoneNumber(normalised(typed));
  }

  /** The first three and the last four digits of the national number. */
  public String masked() {
    String national = value.substring(3);
    return national.substring(0, 3) + "****" + national.substring(national.length() - 4);
  }

  /** Masked, so that no log line carries the number. */
  @Override
  public String toString() {
    return masked();
  }

  private static String normalised(String typed) {
    if (typed == null || !TYPED.matcher(typed).matches()) {
      throw refused();
    }
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      Phonenumber.PhoneNumber parsed = numbers.parse(typed, REGION);
      if (!numbers.isValidNumberForRegion(parsed, REGION)
          || numbers.getNumberType(parsed) != PhoneNumberType.MOBILE) {
        throw refused();
      }
      return numbers.format(parsed, PhoneNumberFormat.E164);
    } catch (NumberParseException unreadable) {
      throw refused();
    }
  }

  private static Invalid refused() {
    return Invalid.field("/phone", RULE, "a mobile number of mainland China is expected");
  }
}
