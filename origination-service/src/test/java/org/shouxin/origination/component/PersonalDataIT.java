package org.shouxin.origination.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Sends one person's data through every operation, refusals and failing parties included, and looks
 * for it where it must not be: the log, what is told to others, and the tables' plain text.
 */
@QuarkusTest
class PersonalDataIT {

  private static final String TABLES =
      "select table_name from information_schema.tables"
          + " where table_schema = 'public' and table_type = 'BASE TABLE'";

  private final Queue<String> logged = new ConcurrentLinkedQueue<>();
  private final Handler listener = new Listener();

  @BeforeEach
  void listen() {
    Logger.getLogger("").addHandler(listener);
  }

  @AfterEach
  void stopListening() {
    Logger.getLogger("").removeHandler(listener);
    TestPerson.admin().clearFaults();
  }

  @Test
  void noPersonalDatumIsLoggedToldOrReadableInATable() {
    TestBorrower borrower = new TestBorrower(TestPerson.known());
    List<String> canaries = canaries(borrower);
    everyOperation(borrower, canaries);
    assertThat(logged).isNotEmpty();
    assertThat(hits(canaries, List.copyOf(logged))).as("in the log").isEmpty();
    assertThat(hits(canaries, Rows.texts("select payload || headers from outbox")))
        .as("told to others")
        .isEmpty();
    for (String table : Rows.texts(TABLES)) {
      List<String> rows = Rows.texts("select t::text from \"" + table + "\" t");
      assertThat(hits(canaries, rows)).as("in table " + table).isEmpty();
    }
  }

  @Test
  void theDetectorFindsWhatIsPlanted() {
    TestPerson person = TestPerson.unknown();
    Logger.getLogger("planted").warning("checked " + person.idNumber());
    org.jboss.logging.Logger.getLogger("planted").warnf("called %s", person.phone());
    assertThat(hits(List.of(person.idNumber(), person.phone()), List.copyOf(logged))).hasSize(2);
    assertThat(hits(List.of("planted-name"), Rows.texts("select 'a planted-name b'"))).hasSize(1);
  }

  private static List<String> canaries(TestBorrower borrower) {
    Map<String, Object> body = borrower.registration();
    List<String> canaries = new ArrayList<>();
    for (String field :
        List.of("idNumber", "phone", "email", "cardNumber", "address", "deviceToken")) {
      canaries.add((String) body.get(field));
    }
    canaries.add(borrower.person().name());
    canaries.add(borrower.person().phone().substring(3));
    return canaries;
  }

  private static void everyOperation(TestBorrower borrower, List<String> canaries) {
    refusals(borrower);
    TestPerson.admin().fault("authority", "identity-checks", "ERROR_500", 2, 0);
    TestPerson.admin().fault("carrier", "three-factor", "DELAY", 2, 2_500);
    borrower.register().statusCode(201);
    TestPerson.admin().clearFaults();
    borrower
        .http()
        .body(Map.of("cardNumber", borrower.person().cardNumber()))
        .post("/v1/borrowers/me/verifications")
        .then()
        .statusCode(200);
    borrower.register().statusCode(409);
    String id = borrower.http().get("/v1/borrowers/me").then().statusCode(200).extract().path("id");
    TestBorrower.staff("officer").get("/v1/borrowers/" + id).then().statusCode(200);
    borrower.http().get("/v1/borrowers/me/consents").then().statusCode(200);

    TestPerson.admin().fault("bureau", "reports", "ERROR_500", 2, 0);
    String application = borrower.applied("36000.00");
    borrower.readAndAccept(application);
    String code = borrower.codeSent();
    canaries.add(code);
    borrower.sign(application, code.equals("000000") ? "111111" : "000000").statusCode(422);
    borrower.sign(application, code).statusCode(201);
    borrower.http().get("/v1/applications/" + application + "/contract").then().statusCode(200);
    borrower.http().get("/v1/applications/" + application).then().statusCode(200);
    TestBorrower.staff("reviewer").get("/v1/applications?state=CONTRACTED").then().statusCode(200);
    contacts(borrower, id, canaries);
    TestBorrower.staff("officer").get("/v1/reports/summary").then().statusCode(200);
  }

  private static void refusals(TestBorrower borrower) {
    Map<String, Object> body = borrower.registration();
    for (String field : List.of("idNumber", "phone", "email", "cardNumber", "name", "address")) {
      Map<String, Object> broken = new java.util.LinkedHashMap<>(body);
      broken.put(field, body.get(field) + "\u0007");
      borrower.http().body(broken).post("/v1/borrowers").then().statusCode(400);
      broken.put(field, List.of(body.get(field)));
      borrower.http().body(broken).post("/v1/borrowers").then().statusCode(400);
    }
    Map<String, Object> unknown = new java.util.LinkedHashMap<>(body);
    unknown.put((String) body.get("email"), body.get("name"));
    borrower.http().body(unknown).post("/v1/borrowers").then().statusCode(400);
    borrower
        .http()
        .body("{\"name\":\"" + body.get("name") + "\",\"idNumber\":" + body.get("idNumber"))
        .post("/v1/borrowers")
        .then()
        .statusCode(400);
    borrower
        .http()
        .body(borrower.registration("CONTACT"))
        .post("/v1/borrowers")
        .then()
        .statusCode(422);
  }

  private static void contacts(TestBorrower borrower, String id, List<String> canaries) {
    for (String channel : List.of("SMS", "VOICE", "EMAIL", "APP_PUSH")) {
      TestBorrower.service("servicing")
          .body(
              Map.of(
                  "borrowerId",
                  id,
                  "channel",
                  channel,
                  "purpose",
                  "REPAYMENT_REMINDER",
                  "reference",
                  UUID.randomUUID().toString()))
          .post("/v1/contact-disclosures")
          .then()
          .statusCode(200);
    }
    String newPhone = TestPerson.unknown().phone();
    canaries.add(newPhone);
    borrower.person().withPhone(newPhone).enter();
    String change =
        borrower
            .http()
            .body(Map.of("phone", newPhone))
            .post("/v1/borrowers/me/phone-changes")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    borrower
        .http()
        .body(Map.of("code", TestBorrower.codeSentTo(newPhone)))
        .post("/v1/borrowers/me/phone-changes/" + change + "/confirmation")
        .then()
        .statusCode(200);
    TestPerson.admin().phoneStatus(newPhone, "EMPTY");
    TestBorrower.service("collections")
        .body(Map.of("reference", "case-1"))
        .post("/v1/borrowers/" + id + "/number-checks")
        .then()
        .statusCode(200);
  }

  private static List<String> hits(List<String> canaries, List<String> texts) {
    return texts.stream()
        .filter(text -> text != null && canaries.stream().anyMatch(text::contains))
        .toList();
  }

  /** Keeps every log line as the console would write it, with the failures' traces. */
  private final class Listener extends Handler {
    private final PatternFormatter console = new PatternFormatter("[%c] %s %X%e");

    @Override
    public void publish(LogRecord line) {
      logged.add(console.format(ExtLogRecord.wrap(line)));
    }

    @Override
    public void flush() {
      // nothing is held back
    }

    @Override
    public void close() {
      // nothing was opened
    }
  }
}
