package org.shouxin.localstack.standin;

import java.util.regex.Pattern;

/** Mobile numbers in one spelling (E.164), however a caller writes them. */
final class PhoneNumber {

  private static final Pattern MAINLAND_MOBILE = Pattern.compile("(?:86)?(1\\d{10})");
  private static final Pattern ANY = Pattern.compile("\\d{6,15}");

  private PhoneNumber() {}

  static String of(String field, String text) {
    String digits = text.replaceAll("[ +()-]", "");
    var mainland = MAINLAND_MOBILE.matcher(digits);
    if (mainland.matches()) {
      return "+86" + mainland.group(1);
    }
    if (!ANY.matcher(digits).matches()) {
      throw Refusal.malformed(field, "not a phone number");
    }
    return "+" + digits;
  }
}
