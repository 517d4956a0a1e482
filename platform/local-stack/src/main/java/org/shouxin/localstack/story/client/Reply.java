package org.shouxin.localstack.story.client;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A definite answer of the suite: done, or refused with a problem that names the rule. */
public record Reply(String request, int status, JsonObject json) {

  public boolean done() {
    return status / 100 == 2;
  }

  /** This answer when the request was carried out; otherwise the story fails with the problem. */
  public Reply orFail() {
    if (!done()) {
      throw new StoryFailure(request + " -> " + status + " " + json.encode());
    }
    return this;
  }

  public String text(String field) {
    String text = json.getString(field);
    if (text == null) {
      throw new StoryFailure(request + " answers no " + field + ": " + json.encode());
    }
    return text;
  }

  /** The rule's id in a refusal. */
  public String rule() {
    return Optional.ofNullable(json.getString("rule")).orElse("HTTP-" + status);
  }

  /** What the refusal says to a reader. */
  public String detail() {
    return Optional.ofNullable(json.getString("detail")).orElse(json.getString("title", ""));
  }

  public BigDecimal amount(String field) {
    return amountIn(json, field);
  }

  public List<JsonObject> items() {
    JsonArray items = json.getJsonArray("items");
    return items.stream().map(JsonObject.class::cast).toList();
  }

  public static BigDecimal amountIn(JsonObject json, String field) {
    JsonObject money = json.getJsonObject(field);
    if (money == null) {
      throw new StoryFailure("no amount " + field + " in " + json.encode());
    }
    return new BigDecimal(money.getString("amount"));
  }
}
