package org.shouxin.localstack.story.plan;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Draws persons that do not exist: names, ID numbers, phones and bank cards of valid form. */
public final class Identities {

  private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
  private static final String GIVEN = "安宁和平清远明文书华嘉宜子若思齐一可以之青禾云舟";
  private static final String[] REGIONS = {
    "110105", "310115", "330106", "420106", "440305", "510107", "610113", "320104"
  };
  private static final String[] PHONE_PREFIXES = {"138", "139", "150", "158", "186", "188"};
  private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String ID_CHECKS = "10X98765432";
  private static final String CARD_PREFIX = "622202";

  private final Random random;
  private final String run;
  private final LocalDate today;
  private final Set<String> taken = new HashSet<>();

  /**
   * Identities of one run.
   *
   * @param run tag of the run, so that a second run on the same stack meets new persons
   * @param today the day ages are counted at
   */
  public Identities(String run, long seed, LocalDate today) {
    this.run = run;
    this.random = new Random(seed ^ run.hashCode() * 0x9E3779B97F4A7C15L);
    this.today = today;
  }

  /** A person of the given age; the n-th borrower of the run. */
  public Persona person(int n, int age, boolean male) {
    String alias = String.format(Locale.ROOT, "B-%03d", n);
    String handle = run + "-" + String.format(Locale.ROOT, "%03d", n);
    String idNumber;
    do {
      idNumber = idNumber(age, male);
    } while (!taken.add(idNumber));
    return new Persona(
        alias,
        name(),
        idNumber,
        phone(),
        card(),
        "borrower-" + handle + "@example.org",
        "device-" + handle);
  }

  /** A fresh mobile number in E.164. */
  public String phone() {
    String phone;
    do {
      phone = "+86" + oneOf(PHONE_PREFIXES) + digits(8);
    } while (!taken.add(phone));
    return phone;
  }

  /** A fresh bank card number of 19 digits whose last is the Luhn check. */
  public String card() {
    String card;
    do {
      String body = CARD_PREFIX + digits(12);
      card = body + luhn(body);
    } while (!taken.add(card));
    return card;
  }

  private String name() {
    StringBuilder name = new StringBuilder();
    name.append(SURNAMES.charAt(random.nextInt(SURNAMES.length())));
    for (int i = 0; i < 2; i++) {
      name.append(GIVEN.charAt(random.nextInt(GIVEN.length())));
    }
    return name.toString();
  }

  private String idNumber(int age, boolean male) {
    LocalDate birth = today.minusYears(age).minusDays(1 + random.nextInt(360));
    int sequence = random.nextInt(499) * 2 + (male ? 1 : 2);
    String body =
        oneOf(REGIONS)
            + birth.toString().replace("-", "")
            + String.format(Locale.ROOT, "%03d", sequence);
    return body + idCheck(body);
  }

  /** The check digit of GB 11643-1999 over the first 17 digits. */
  static char idCheck(String body) {
    int sum = 0;
    for (int i = 0; i < ID_WEIGHTS.length; i++) {
      sum += ID_WEIGHTS[i] * (body.charAt(i) - '0');
    }
    return ID_CHECKS.charAt(sum % 11);
  }

  /** The Luhn check digit to be put after these digits. */
  static int luhn(String body) {
    int sum = 0;
    boolean twice = true;
    for (int i = body.length() - 1; i >= 0; i--) {
      int digit = body.charAt(i) - '0';
      int counted = twice ? digit * 2 : digit;
      sum += counted > 9 ? counted - 9 : counted;
      twice = !twice;
    }
    return (10 - sum % 10) % 10;
  }

  private String oneOf(String[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }
}
