package org.shouxin.risk.scorecard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.shouxin.chassis.json.Json;
import org.shouxin.risk.scorecard.card.CardInvalid;
import org.shouxin.risk.scorecard.card.Scorecard;
import org.shouxin.risk.scorecard.card.TrainingReport;

/**
 * The card as a JSON artefact: members sorted, no white space, every figure a plain decimal of at
 * most six places, so that equal cards are equal bytes on every Java version.
 */
public final class CardDocument {

  /** Size of an artefact, bytes. */
  public static final int BYTES_MAX = 1_000_000;

  private static final ObjectMapper WRITER =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.USE_DEFAULTS))
          .addModule(sixPlaces())
          .build();

  private CardDocument() {}

  public static byte[] bytes(Scorecard card) {
    return write(card);
  }

  public static byte[] reportBytes(TrainingReport report) {
    return write(report);
  }

  /**
   * Reads an artefact strictly.
   *
   * @throws CardInvalid naming the place and the rule
   */
  public static Scorecard read(String json) {
    if (json == null || json.getBytes(StandardCharsets.UTF_8).length > BYTES_MAX) {
      throw new CardInvalid("", "CARD_SIZE", "an artefact of at most one megabyte is needed");
    }
    try {
      Scorecard card = Json.strict().readValue(json, Scorecard.class);
      if (card == null) {
        throw new CardInvalid("", "CARD_READABLE", "not a card");
      }
      return card;
    } catch (JsonMappingException unmapped) {
      throw cause(unmapped);
    } catch (JsonProcessingException unreadable) {
      throw new CardInvalid("", "CARD_READABLE", "not well-formed JSON");
    }
  }

  private static CardInvalid cause(JsonMappingException unmapped) {
    if (unmapped.getCause() instanceof CardInvalid invalid) {
      return invalid;
    }
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : unmapped.getPath()) {
      pointer
          .append('/')
          .append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
    }
    return new CardInvalid(
        pointer.toString(), "CARD_READABLE", "unknown, missing or of the wrong type");
  }

  private static SimpleModule sixPlaces() {
    SimpleModule module = new SimpleModule("six-places");
    module.addSerializer(Double.class, new SixPlaces());
    module.addSerializer(Double.TYPE, new SixPlaces());
    return module;
  }

  /** Any artefact of records, written the same way. */
  public static byte[] write(Object value) {
    try {
      return WRITER.writeValueAsBytes(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static final class SixPlaces extends StdSerializer<Double> {
    SixPlaces() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      BigDecimal places = new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN);
      json.writeNumber(places.signum() == 0 ? BigDecimal.ZERO : places.stripTrailingZeros());
    }
  }
}
