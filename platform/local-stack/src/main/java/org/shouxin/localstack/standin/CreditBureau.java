package org.shouxin.localstack.standin;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** The credit bureau: a person's report, only against a consent. */
final class CreditBureau {

  private final PersonRegister people;

  CreditBureau(PersonRegister people) {
    this.people = people;
  }

  void mount(Front front) {
    front.post("bureau", "reports", this::report);
  }

  private Answer report(Request request) {
    String name = request.text("name");
    String idNumber = request.text("idNumber");
    request.text("consentId");
    Optional<PersonRegister.Person> person =
        people.person(idNumber).filter(known -> known.name().equals(name));
    if (person.isEmpty()) {
      return Answer.ok(new JsonObject().put("available", false).put("reason", "NOT_FOUND"));
    }
    return Answer.ok(
        person
            .get()
            .bureau()
            .map(facts -> facts.copy().put("available", true))
            .orElse(new JsonObject().put("available", false).put("reason", "NO_RECORD")));
  }
}
