package org.shouxin.chassis.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.shouxin.chassis.money.Money;

/**
 * Money as {@code {"amount":"1250.00","currency":"CNY"}} and decimals as text ("0.180000"), so that
 * no reader on the way turns them into binary floating point.
 */
class ChassisModule extends SimpleModule {

  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,20}(\\.\\d{1,20})?");

  ChassisModule(boolean numbersForDecimals) {
    super("shouxin-chassis");
    addSerializer(Money.class, new MoneyJson.Writer());
    addDeserializer(Money.class, new MoneyJson.Reader());
    addSerializer(BigDecimal.class, new DecimalWriter());
    addDeserializer(BigDecimal.class, new DecimalReader(numbersForDecimals));
  }

  private static final class DecimalWriter extends StdScalarSerializer<BigDecimal> {
    DecimalWriter() {
      super(BigDecimal.class);
    }

    @Override
    public void serialize(BigDecimal value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(value.toPlainString());
    }
  }

  private static final class DecimalReader extends StdScalarDeserializer<BigDecimal> {
    private final boolean numbersToo;

    DecimalReader(boolean numbersToo) {
      super(BigDecimal.class);
      this.numbersToo = numbersToo;
    }

    @Override
    public BigDecimal deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      if (json.currentToken() == JsonToken.VALUE_STRING) {
        if (!DECIMAL.matcher(json.getText()).matches()) {
          throw new RejectedValue(json, "DECIMAL", "not a plain decimal");
        }
        return new BigDecimal(json.getText());
      }
      if (numbersToo && json.currentToken().isNumeric()) {
        return json.getDecimalValue();
      }
      throw new RejectedValue(json, "DECIMAL", "a decimal is written as text");
    }
  }
}
