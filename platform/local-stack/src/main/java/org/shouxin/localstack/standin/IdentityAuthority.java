package org.shouxin.localstack.standin;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The authority that knows which name belongs to which ID number. */
final class IdentityAuthority {

  private final PersonRegister people;

  IdentityAuthority(PersonRegister people) {
    this.people = people;
  }

  void mount(Front front) {
    front.post("authority", "identity-checks", this::checkIdentity);
    front.post("authority", "lost-documents", this::lostDocument);
  }

  private Answer checkIdentity(Request request) {
    String name = request.text("name");
    String idNumber = request.text("idNumber");
    String result =
        people
            .person(idNumber)
            .map(person -> person.name().equals(name) ? "MATCH" : "MISMATCH")
            .orElse("NOT_FOUND");
    return Answer.ok(
        new JsonObject().put("result", result).put("serial", serialOf(name + idNumber + result)));
  }

  private Answer lostDocument(Request request) {
    boolean reported =
        people
            .person(request.text("idNumber"))
            .map(PersonRegister.Person::documentLost)
            .orElse(false);
    return Answer.ok(new JsonObject().put("reported", reported));
  }

  private static String serialOf(String content) {
    return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
