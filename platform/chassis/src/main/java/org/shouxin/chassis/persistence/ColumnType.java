package org.shouxin.chassis.persistence;

import io.vertx.sqlclient.data.Numeric;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

/**
 * How the values of one Java type travel.
 *
 * @param driver the driver's type of a value
 * @param sql PostgreSQL's type of an array of them
 */
record ColumnType(Class<?> driver, String sql) {

  private static final Map<Class<?>, ColumnType> TYPES =
      Map.ofEntries(
          Map.entry(UUID.class, new ColumnType(UUID.class, "uuid[]")),
          Map.entry(String.class, new ColumnType(String.class, "text[]")),
          Map.entry(long.class, new ColumnType(Long.class, "bigint[]")),
          Map.entry(Long.class, new ColumnType(Long.class, "bigint[]")),
          Map.entry(int.class, new ColumnType(Integer.class, "integer[]")),
          Map.entry(Integer.class, new ColumnType(Integer.class, "integer[]")),
          Map.entry(boolean.class, new ColumnType(Boolean.class, "boolean[]")),
          Map.entry(Boolean.class, new ColumnType(Boolean.class, "boolean[]")),
          Map.entry(LocalDate.class, new ColumnType(LocalDate.class, "date[]")),
          Map.entry(Instant.class, new ColumnType(OffsetDateTime.class, "timestamptz[]")),
          Map.entry(BigDecimal.class, new ColumnType(Numeric.class, "numeric[]")));

  static ColumnType of(Class<?> java) {
    ColumnType type = TYPES.get(java.isEnum() ? String.class : java);
    if (type == null) {
      throw new IllegalArgumentException("no column holds a " + java.getName());
    }
    return type;
  }

  /** The driver's value of a Java value. */
  static Object toDriver(Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof Instant instant) {
      return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
    return value instanceof BigDecimal decimal ? Numeric.create(decimal) : value;
  }

  /** The Java value of a driver's value. */
  static Object toJava(Object value, Class<?> java) {
    if (value == null) {
      return null;
    }
    if (java.isEnum()) {
      return constant(java, (String) value);
    }
    if (java == BigDecimal.class) {
      return new BigDecimal(value.toString());
    }
    if (java == Instant.class) {
      return ((OffsetDateTime) value).toInstant();
    }
    if (java == long.class || java == Long.class) {
      return ((Number) value).longValue();
    }
    return java == int.class || java == Integer.class ? ((Number) value).intValue() : value;
  }

  private static Object constant(Class<?> java, String name) {
    for (Object constant : java.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(java.getSimpleName() + " has no " + name);
  }
}
