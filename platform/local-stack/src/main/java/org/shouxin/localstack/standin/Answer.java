package org.shouxin.localstack.standin;

import io.vertx.core.json.JsonObject;

/** What a party answers: an HTTP status and a JSON body (object or array). */
record Answer(int status, Object json) {

  static Answer ok(Object json) {
    return new Answer(200, json);
  }

  static Answer accepted(JsonObject json) {
    return new Answer(202, json);
  }

  static Answer result(String result) {
    return ok(new JsonObject().put("result", result));
  }
}
