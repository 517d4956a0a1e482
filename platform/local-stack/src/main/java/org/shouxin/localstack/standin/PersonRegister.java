package org.shouxin.localstack.standin;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who exists in this small world: persons with their ID number and bureau record, and the phone
 * lines they hold. Loaded by the admin, kept over a restart; whoever is not in it is not found.
 */
final class PersonRegister {

  /** The state of a phone line. A number nobody holds or held is not in the register. */
  enum LineStatus {
    ACTIVE,
    SUSPENDED,
    EMPTY,
    RECYCLED
  }

  record Person(String name, String idNumber, boolean documentLost, Optional<JsonObject> bureau) {}

  record Line(
      String phone,
      String holderName,
      String holderIdNumber,
      LineStatus status,
      int monthsInNetwork,
      boolean answersCalls,
      Optional<LocalDate> since) {

    boolean heldByStranger() {
      return status == LineStatus.RECYCLED;
    }
  }

  private final Map<String, Person> persons = new HashMap<>();
  private final Map<String, Line> lines = new HashMap<>();
  private final Journal journal;

  PersonRegister(Journal journal) {
    this.journal = journal;
    journal.replay(this::apply);
  }

  Optional<Person> person(String idNumber) {
    return Optional.ofNullable(persons.get(idNumber));
  }

  Optional<Line> line(String phone) {
    return Optional.ofNullable(lines.get(phone));
  }

  void enter(JsonObject person) {
    record(person.copy().put("event", "person"));
  }

  void changeLine(String phone, LineStatus status, LocalDate since) {
    if (line(phone).isEmpty()) {
      throw Refusal.unknown("phone", "no such line");
    }
    record(
        new JsonObject()
            .put("event", "line-status")
            .put("phone", phone)
            .put("status", status.name())
            .put("since", since.toString()));
  }

  void clear() {
    journal.clear();
    persons.clear();
    lines.clear();
  }

  private void record(JsonObject event) {
    journal.append(event);
    apply(event);
  }

  private void apply(JsonObject event) {
    if ("person".equals(event.getString("event"))) {
      String idNumber = event.getString("idNumber");
      persons.put(
          idNumber,
          new Person(
              event.getString("name"),
              idNumber,
              event.getBoolean("documentLost", false),
              Optional.ofNullable(event.getJsonObject("bureau"))));
      String phone = event.getString("phone");
      lines.put(
          phone,
          new Line(
              phone,
              event.getString("name"),
              idNumber,
              LineStatus.valueOf(event.getString("phoneStatus")),
              event.getInteger("monthsInNetwork"),
              event.getBoolean("answersCalls"),
              Optional.empty()));
    } else {
      lines.computeIfPresent(
          event.getString("phone"),
          (phone, line) ->
              new Line(
                  phone,
                  line.holderName(),
                  line.holderIdNumber(),
                  LineStatus.valueOf(event.getString("status")),
                  line.monthsInNetwork(),
                  line.answersCalls(),
                  Optional.of(LocalDate.parse(event.getString("since")))));
    }
  }
}
