package org.shouxin.localstack.standin;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/** How often what happened, since the start or the last wipe. */
final class Counters {

  private final Map<String, Long> counts = new TreeMap<>();

  void add(String what) {
    counts.merge(what, 1L, Long::sum);
  }

  JsonObject json() {
    return new JsonObject(Map.copyOf(counts));
  }

  void clear() {
    counts.clear();
  }
}
