package org.shouxin.chassis.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;

/**
 * How JSON is read and written. Two readers: strict for requests (an unknown field, a text for a
 * number, a doubled key fails), tolerant for what peers and topics send, who may be a release
 * ahead.
 */
public final class Json {

  private static final int NESTING_DEPTH_MAX = 50;
  private static final int STRING_LENGTH_MAX = 1_000_000;
  private static final int NUMBER_LENGTH_MAX = 40;

  private static final ObjectMapper STRICT = strict(fresh());
  private static final ObjectMapper TOLERANT = tolerant(fresh());

  private Json() {}

  public static ObjectMapper strict() {
    return STRICT;
  }

  public static ObjectMapper tolerant() {
    return TOLERANT;
  }

  static ObjectMapper strict(ObjectMapper mapper) {
    common(mapper).registerModule(new ChassisModule(false));
    mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    refuse(mapper, LogicalType.Integer, CoercionInputShape.String, CoercionInputShape.Float);
    refuse(mapper, LogicalType.Float, CoercionInputShape.String);
    refuse(mapper, LogicalType.Boolean, CoercionInputShape.String, CoercionInputShape.Integer);
    refuse(
        mapper,
        LogicalType.Textual,
        CoercionInputShape.Integer,
        CoercionInputShape.Float,
        CoercionInputShape.Boolean);
    refuse(mapper, LogicalType.Enum, CoercionInputShape.Integer);
    mapper
        .configOverride(LocalDate.class)
        .setFormat(JsonFormat.Value.forPattern("uuuu-MM-dd").withLenient(false));
    return mapper;
  }

  static ObjectMapper tolerant(ObjectMapper mapper) {
    common(mapper).registerModule(new ChassisModule(true));
    return mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  private static ObjectMapper fresh() {
    return JsonMapper.builder().addModule(new JavaTimeModule()).addModule(new Jdk8Module()).build();
  }

  private static ObjectMapper common(ObjectMapper mapper) {
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(NESTING_DEPTH_MAX)
                .maxStringLength(STRING_LENGTH_MAX)
                .maxNumberLength(NUMBER_LENGTH_MAX)
                .build());
    mapper.getFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    return mapper
        .enable(
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
            DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
            DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(
            DeserializationFeature.ACCEPT_FLOAT_AS_INT,
            DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
        .disable(
            SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
            SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
  }

  private static void refuse(
      ObjectMapper mapper, LogicalType target, CoercionInputShape... shapes) {
    for (CoercionInputShape shape : shapes) {
      mapper.coercionConfigFor(target).setCoercion(shape, CoercionAction.Fail);
      if (shape == CoercionInputShape.String) {
        mapper
            .coercionConfigFor(target)
            .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
      }
    }
  }
}
