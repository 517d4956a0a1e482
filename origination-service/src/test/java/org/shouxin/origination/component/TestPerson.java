package org.shouxin.origination.component;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.shouxin.localstack.standin.RegisteredPerson;
import org.shouxin.localstack.standin.StandInAdmin;
import org.shouxin.localstack.testing.LocalStackResource;
import org.shouxin.origination.person.IdNumber;

/** A person who exists at the stand-ins, with values of their own. */
record TestPerson(String name, String idNumber, String phone, String cardNumber) {

  private static final AtomicInteger SEQUENCE = new AtomicInteger();

  /** Somebody nobody has met, known to every party. */
  static TestPerson known() {
    return unknown().enter();
  }

  /** Somebody nobody knows. */
  static TestPerson unknown() {
    return born("19900305");
  }

  static TestPerson born(String day) {
    int n = SEQUENCE.incrementAndGet();
    String seventeen = "%06d%s%03d".formatted(110101 + n / 1000, day, n % 1000);
    return new TestPerson(
        "测试" + (char) ('一' + n),
        seventeen + IdNumber.checkCharacter(seventeen),
        "+86138%08d".formatted(10_000_000 + n),
        withLuhn("622202%09d".formatted(n)));
  }

  TestPerson withPhone(String other) {
    return new TestPerson(name, idNumber, other, cardNumber);
  }

  /** The same person with another phone and another card. */
  TestPerson moved() {
    TestPerson other = unknown();
    return new TestPerson(name, idNumber, other.phone, other.cardNumber);
  }

  TestPerson enter() {
    admin()
        .enter(
            RegisteredPerson.of(name, idNumber, phone, cardNumber)
                .withLine(36, true)
                .withBureau(
                    new JsonObject()
                        .put("openLoans", 1)
                        .put(
                            "openDebt",
                            new JsonObject().put("amount", "5000.00").put("currency", "CNY"))
                        .put("enquiries90d", 2)
                        .put("worstStatus24m", 0)
                        .put("utilisation", "0.30")
                        .put("lastPaymentRatio", "0.10")
                        .put("features", new JsonObject())));
    return this;
  }

  static StandInAdmin admin() {
    return new StandInAdmin(URI.create(LocalStackResource.standInUrl()));
  }

  private static String withLuhn(String body) {
    for (int digit = 0; digit < 10; digit++) {
      String candidate = body + digit;
      int sum = 0;
      for (int i = 0; i < candidate.length(); i++) {
        int d = candidate.charAt(candidate.length() - 1 - i) - '0';
        int weighted = i % 2 == 0 ? d : 2 * d;
        sum += weighted > 9 ? weighted - 9 : weighted;
      }
      if (sum % 10 == 0) {
        return candidate;
      }
    }
    throw new IllegalStateException("one digit always fits");
  }
}
