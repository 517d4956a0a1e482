package org.shouxin.chassis.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Currency;
import org.shouxin.chassis.money.Money;

final class MoneyJson {

  private static final String AMOUNT = "amount";
  private static final String CURRENCY = "currency";

  private MoneyJson() {}

  static final class Writer extends StdSerializer<Money> {
    Writer() {
      super(Money.class);
    }

    @Override
    public void serialize(Money money, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartObject();
      json.writeStringField(AMOUNT, money.amount().toPlainString());
      json.writeStringField(CURRENCY, money.currency().getCurrencyCode());
      json.writeEndObject();
    }
  }

  static final class Reader extends StdDeserializer<Money> {
    Reader() {
      super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser json, DeserializationContext context) throws IOException {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        throw new RejectedValue(json, "MONEY", "money is {\"amount\",\"currency\"}");
      }
      String amount = null;
      String currency = null;
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        boolean text = json.nextToken() == JsonToken.VALUE_STRING;
        if (text && AMOUNT.equals(name)) {
          amount = json.getText();
        } else if (text && CURRENCY.equals(name)) {
          currency = json.getText();
        } else {
          throw at(name, new RejectedValue(json, "MONEY", "money is two texts"));
        }
      }
      return money(json, amount, currency);
    }

    private static Money money(JsonParser json, String amount, String currency)
        throws RejectedValue {
      if (currency == null || !isKnown(currency)) {
        throw at(CURRENCY, new RejectedValue(json, "MONEY_CURRENCY", "not an ISO 4217 currency"));
      }
      try {
        if (amount != null) {
          return Money.of(amount, currency);
        }
      } catch (IllegalArgumentException refused) {
        throw at(AMOUNT, new RejectedValue(json, "MONEY_AMOUNT", refused.getMessage()));
      }
      throw at(AMOUNT, new RejectedValue(json, "MONEY_AMOUNT", "missing"));
    }

    private static boolean isKnown(String currency) {
      try {
        return Currency.getInstance(currency) != null;
      } catch (IllegalArgumentException unknown) {
        return false;
      }
    }

    private static RejectedValue at(String field, RejectedValue refused) {
      refused.prependPath(Money.class, field);
      return refused;
    }
  }
}
