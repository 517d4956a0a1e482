package org.shouxin.localstack.standin;

import io.vertx.core.json.JsonObject;

/** A request that a party does not carry out, with the answer it gives instead. */
final class Refusal extends RuntimeException {

  private final int status;
  private final String error;
  private final String field;

  private Refusal(int status, String error, String field, String detail) {
    super(detail);
    this.status = status;
    this.error = error;
    this.field = field;
  }

  static Refusal malformed(String field, String detail) {
    return new Refusal(400, "MALFORMED_REQUEST", field, detail);
  }

  static Refusal unknown(String field, String detail) {
    return new Refusal(404, "NOT_FOUND", field, detail);
  }

  static Refusal conflict(String error, String detail) {
    return new Refusal(409, error, null, detail);
  }

  Answer answer() {
    JsonObject body = new JsonObject().put("error", error).put("detail", getMessage());
    return new Answer(status, field == null ? body : body.put("field", field));
  }
}
