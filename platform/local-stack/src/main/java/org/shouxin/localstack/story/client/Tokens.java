package org.shouxin.localstack.story.client;

import io.vertx.core.json.JsonObject;

/**
 * Tokens of one user.
 *
 * @param expiresAtNanos on the scale of {@link System#nanoTime}
 */
record Tokens(String access, String refresh, long expiresAtNanos) {

  private static final long SPARE_SECONDS = 30;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  static Tokens of(String answer) {
    JsonObject json = new JsonObject(answer);
    long seconds = Math.max(1, json.getLong("expires_in") - SPARE_SECONDS);
    return new Tokens(
        json.getString("access_token"),
        json.getString("refresh_token"),
        System.nanoTime() + seconds * NANOS_PER_SECOND);
  }

  boolean areFresh() {
    return System.nanoTime() - expiresAtNanos < 0;
  }
}
