package org.shouxin.chassis.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.shouxin.chassis.json.Json;
import org.shouxin.chassis.problem.Invalid;

/** Where a page starts: the sort key of the last item before it, opaque to the caller. */
public final class Cursor {

  public static final int LIMIT_DEFAULT = 50;
  public static final int LIMIT_MAX = 200;
  private static final int LENGTH_MAX = 500;

  private Cursor() {}

  public static String encode(String... sortKey) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Json.strict().writeValueAsBytes(sortKey));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * The sort key of a cursor; empty for null (the first page).
   *
   * @param parts how many parts the sort key has
   * @throws Invalid when it is none of ours
   */
  public static List<String> decode(String cursor, int parts) {
    if (cursor == null) {
      return List.of();
    }
    try {
      if (cursor.length() <= LENGTH_MAX) {
        byte[] json = Base64.getUrlDecoder().decode(cursor);
        String[] sortKey = Json.strict().readValue(json, String[].class);
        if (sortKey != null && sortKey.length == parts) {
          return List.of(sortKey);
        }
      }
    } catch (IllegalArgumentException | NullPointerException | IOException notOurs) {
      throw unknown();
    }
    throw unknown();
  }

  /** The limit asked for, or the default; outside 1..{@value #LIMIT_MAX} is invalid. */
  public static int limit(Integer asked) {
    if (asked == null) {
      return LIMIT_DEFAULT;
    }
    if (asked < 1 || asked > LIMIT_MAX) {
      throw Invalid.field("limit", "PAGE_LIMIT", "1.." + LIMIT_MAX);
    }
    return asked;
  }

  /**
   * The page of a list that was read with one row more than the limit.
   *
   * @param sortKey the sort key of an item, as {@link #decode} gives it back
   */
  public static <T> Page<T> page(List<T> rows, int limit, Function<T, String[]> sortKey) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    List<T> items = rows.subList(0, limit);
    return new Page<>(items, encode(sortKey.apply(items.get(limit - 1))));
  }

  private static Invalid unknown() {
    return Invalid.field("cursor", "CURSOR", "not a cursor of this list");
  }
}
