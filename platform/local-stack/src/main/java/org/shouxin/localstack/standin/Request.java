package org.shouxin.localstack.standin;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Optional;

/** One request to a party: its JSON object, read field by field with a clear refusal. */
final class Request {

  static final int TEXT_LENGTH_MAX = 4_000;

  private final RoutingContext context;
  private final JsonObject body;
  private final Optional<Fault> fault;

  Request(RoutingContext context, JsonObject body, Optional<Fault> fault) {
    this.context = context;
    this.body = body;
    this.fault = fault;
  }

  Optional<Fault> fault() {
    return fault;
  }

  RoutingContext context() {
    return context;
  }

  boolean has(String field) {
    return body.getValue(field) != null;
  }

  Object value(String field) {
    return body.getValue(field);
  }

  String text(String field) {
    return optionalText(field)
        .orElseThrow(() -> Refusal.malformed(field, "wants a text that is not blank"));
  }

  Optional<String> optionalText(String field) {
    Object value = body.getValue(field);
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof String text) || text.isBlank() || text.length() > TEXT_LENGTH_MAX) {
      throw Refusal.malformed(
          field, "wants a text of 1 to " + TEXT_LENGTH_MAX + " characters, not " + value);
    }
    return Optional.of(text);
  }

  String phone(String field) {
    return PhoneNumber.of(field, text(field));
  }

  Fen positiveAmount(String field) {
    Fen amount = amount(field);
    if (amount.value() <= 0) {
      throw Refusal.malformed(field, "must be more than zero");
    }
    return amount;
  }

  Fen amount(String field) {
    return Fen.from(field, body.getValue(field));
  }

  boolean flag(String field, boolean otherwise) {
    Object value = body.getValue(field);
    if (value == null) {
      return otherwise;
    }
    if (!(value instanceof Boolean flag)) {
      throw Refusal.malformed(field, "wants true or false");
    }
    return flag;
  }

  int number(String field, int otherwise, int min, int max) {
    Object value = body.getValue(field);
    if (value == null) {
      return otherwise;
    }
    if (!(value instanceof Integer number) || number < min || number > max) {
      throw Refusal.malformed(field, "wants a whole number from " + min + " to " + max);
    }
    return number;
  }

  Optional<String> optionalUrl(String field) {
    Optional<String> url = optionalText(field);
    if (url.isPresent() && !url.get().matches("https?://[!-~]+")) {
      throw Refusal.malformed(field, "wants an absolute http URL");
    }
    return url;
  }

  Optional<LocalDate> optionalDate(String field) {
    try {
      return optionalText(field).map(LocalDate::parse);
    } catch (DateTimeParseException impossible) {
      throw Refusal.malformed(field, "wants a date like 2026-01-31");
    }
  }

  <E extends Enum<E>> E oneOf(String field, Class<E> type) {
    String text = text(field);
    try {
      return Enum.valueOf(type, text);
    } catch (IllegalArgumentException impossible) {
      throw Refusal.malformed(field, text + " is none of " + EnumSet.allOf(type));
    }
  }

  String path(String name) {
    return context.pathParam(name);
  }

  Optional<String> query(String name) {
    return Optional.ofNullable(context.queryParams().get(name)).filter(text -> !text.isBlank());
  }

  Optional<Instant> queryInstant(String name) {
    try {
      return query(name).map(Instant::parse);
    } catch (DateTimeParseException impossible) {
      throw Refusal.malformed(name, "wants an instant like 2026-01-31T08:00:00Z");
    }
  }

  long queryNumber(String name, long otherwise) {
    try {
      return query(name).map(Long::parseLong).orElse(otherwise);
    } catch (NumberFormatException impossible) {
      throw Refusal.malformed(name, "wants a whole number");
    }
  }
}
