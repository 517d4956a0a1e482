package org.shouxin.localstack.standin;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;

/**
 * An exact amount of CNY in its minor unit (1 yuan = 100 fen). On the wire {@code
 * {"amount":"1250.00","currency":"CNY"}}.
 */
record Fen(long value) {

  static final Fen ZERO = new Fen(0);
  private static final int FRACTION_DIGITS = 2;

  static Fen from(String field, Object json) {
    if (!(json instanceof JsonObject money)
        || !(money.getValue("amount") instanceof String amount)
        || !"CNY".equals(money.getValue("currency"))) {
      throw Refusal.malformed(field, "wants {\"amount\":\"1250.00\",\"currency\":\"CNY\"}");
    }
    try {
      return new Fen(new BigDecimal(amount).movePointRight(FRACTION_DIGITS).longValueExact());
    } catch (ArithmeticException | NumberFormatException impossible) {
      throw Refusal.malformed(field, "not an exact amount of CNY: " + amount);
    }
  }

  JsonObject json() {
    String amount = BigDecimal.valueOf(value, FRACTION_DIGITS).toPlainString();
    return new JsonObject().put("amount", amount).put("currency", "CNY");
  }

  Fen plus(Fen other) {
    return new Fen(Math.addExact(value, other.value));
  }

  Fen minus(Fen other) {
    return new Fen(Math.subtractExact(value, other.value));
  }

  Fen min(Fen other) {
    return value <= other.value ? this : other;
  }

  boolean covers(Fen other) {
    return value >= other.value;
  }
}
