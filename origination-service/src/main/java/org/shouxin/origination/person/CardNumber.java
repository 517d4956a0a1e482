package org.shouxin.origination.person;

import java.util.regex.Pattern;
import org.shouxin.chassis.problem.Invalid;

/**
 * A bank card number; kept nowhere, passed to the bank once.
 *
 * @param value 12 to 19 digits of which the last is the Luhn check digit (ISO/IEC 7812-1)
 */
public record CardNumber(String value) {

  /** Not 12 to 19 digits. */
  public static final String RULE_FORMAT = "CARD_NUMBER_FORMAT";

  /** The Luhn check digit does not fit. */
  public static final String RULE_CHECK_DIGIT = "CARD_NUMBER_CHECK_DIGIT";

  private static final String FIELD = "/cardNumber";
  private static final Pattern SHAPE = Pattern.compile("\\d{12,19}");

  /** Checks shape and check digit. */
  public CardNumber {
    if (value == null || !SHAPE.matcher(value).matches()) {
      throw Invalid.field(FIELD, RULE_FORMAT, "12 to 19 digits are expected");
    }
    if (luhnSum(value) % 10 != 0) {
      throw Invalid.field(FIELD, RULE_CHECK_DIGIT, "the check digit does not fit");
    }
  }

  /** Reads a number as printed on a card, blanks allowed. */
  public static CardNumber of(String typed) {
    return new CardNumber(typed == null ? null : typed.replace(" ", ""));
  }

  /** The four digits a person recognises a card by. */
  public String last4() {
    return value.substring(value.length() - 4);
  }

  /** The last four digits, so that no log line carries the number. */
  @Override
  public String toString() {
    return "****" + last4();
  }

  private static int luhnSum(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : 2 * digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum;
  }
}
