package org.shouxin.risk.component;

import java.util.UUID;

/** The body origination sends about a sound applicant, parts of which a test replaces. */
record Question(UUID borrower, String personTag, String phoneTag, String template) {

  private static final String SOUND =
      """
      {"applicationId":"%s","borrowerId":"%s","personTag":"%s","phoneTag":"%s",
       "productCode":"CONSUMER","amount":{"amount":"20000.00","currency":"CNY"},"termMonths":12,
       "method":"EQUAL_INSTALMENT","purpose":"DAILY_CONSUMPTION","age":35,
       "monthlyIncome":{"amount":"12000.00","currency":"CNY"},
       "monthlyDebtService":{"amount":"1000.00","currency":"CNY"},
       "phone":{"status":"ACTIVE","monthsInNetwork":48,"realNameMatch":"MATCH"},
       "identity":{"nameAndId":"MATCH","face":"NOT_EVALUATED"},
       "bureau":{"available":true,"openLoans":1,
         "openDebt":{"amount":"5000.00","currency":"CNY"},"enquiries90d":1,"worstStatus24m":0,
         "utilisation":"0.20","lastPaymentRatio":"0.80","features":{"employer":"known","n":3}},
       "requestedAt":"2026-06-01T02:03:04Z"}""";

  static Question sound() {
    UUID borrower = UUID.randomUUID();
    return new Question(borrower, "person-" + borrower, "phone-" + UUID.randomUUID(), SOUND);
  }

  /** The same person from another registration, with another phone. */
  Question samePersonOtherPhone() {
    return new Question(UUID.randomUUID(), personTag, "phone-" + UUID.randomUUID(), template);
  }

  Question with(String from, String to) {
    String replaced = template.replace(from, to);
    if (replaced.equals(template)) {
      throw new IllegalArgumentException("the body has no " + from);
    }
    return new Question(borrower, personTag, phoneTag, replaced);
  }

  String json() {
    return template.formatted(UUID.randomUUID(), borrower, personTag, phoneTag);
  }
}
