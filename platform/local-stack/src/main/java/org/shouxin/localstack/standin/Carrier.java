package org.shouxin.localstack.standin;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.shouxin.localstack.standin.PersonRegister.Line;
import org.shouxin.localstack.standin.PersonRegister.LineStatus;

/** The mobile carrier: whose number it is, and whether it still lives. */
final class Carrier {

  private final PersonRegister people;

  Carrier(PersonRegister people) {
    this.people = people;
  }

  void mount(Front front) {
    front.post("carrier", "three-factor", this::threeFactor);
    front.post("carrier", "number-status", this::numberStatus);
  }

  private Answer threeFactor(Request request) {
    String name = request.text("name");
    String idNumber = request.text("idNumber");
    Optional<Line> line = people.line(request.phone("phone"));
    if (line.isEmpty() || line.get().status() == LineStatus.EMPTY) {
      return Answer.result("NOT_FOUND");
    }
    boolean holds =
        !line.get().heldByStranger()
            && line.get().holderName().equals(name)
            && line.get().holderIdNumber().equals(idNumber);
    return Answer.result(holds ? "MATCH" : "MISMATCH");
  }

  private Answer numberStatus(Request request) {
    Optional<Line> line = people.line(request.phone("phone"));
    if (line.isEmpty()) {
      return Answer.ok(new JsonObject().put("status", "UNKNOWN"));
    }
    JsonObject answer = new JsonObject().put("status", line.get().status().name());
    if (line.get().status() == LineStatus.ACTIVE || line.get().status() == LineStatus.SUSPENDED) {
      answer.put("monthsInNetwork", line.get().monthsInNetwork());
    }
    if (line.get().heldByStranger()) {
      line.get().since().ifPresent(since -> answer.put("recycledSince", since.toString()));
    }
    return Answer.ok(answer);
  }
}
