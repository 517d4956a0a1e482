package org.shouxin.localstack.standin;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.shouxin.localstack.standin.PersonRegister.Line;

/** Places voice calls; the same requestId is one call. */
final class VoiceGateway {

  private record Call(String phone, String script, JsonObject answer) {}

  private final PersonRegister people;
  private final Counters counters;
  private final Map<String, Call> calls = new HashMap<>();

  VoiceGateway(PersonRegister people, Counters counters) {
    this.people = people;
    this.counters = counters;
  }

  void mount(Front front) {
    front.post("voice", "calls", this::call);
  }

  void clear() {
    calls.clear();
  }

  private Answer call(Request request) {
    String requestId = request.text("requestId");
    String phone = request.phone("phone");
    String script = request.text("script");
    Call earlier = calls.get(requestId);
    if (earlier != null) {
      if (!earlier.phone().equals(phone) || !earlier.script().equals(script)) {
        throw Refusal.conflict("REQUEST_ID_REUSED", "another call has this requestId");
      }
      return Answer.ok(earlier.answer());
    }
    JsonObject answer =
        new JsonObject()
            .put("callId", "call-" + (calls.size() + 1))
            .put("result", result(people.line(phone)));
    calls.put(requestId, new Call(phone, script, answer));
    return Answer.ok(answer);
  }

  private String result(Optional<Line> line) {
    if (line.isEmpty()) {
      return "EMPTY_NUMBER";
    }
    return switch (line.get().status()) {
      case EMPTY -> "EMPTY_NUMBER";
      case SUSPENDED -> "SUSPENDED";
      case ACTIVE -> line.get().answersCalls() ? "ANSWERED" : "NO_ANSWER";
      case RECYCLED -> {
        counters.add("strangerCalls");
        yield line.get().answersCalls() ? "ANSWERED" : "NO_ANSWER";
      }
    };
  }
}
