package org.shouxin.localstack.standin;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.shouxin.localstack.standin.PersonRegister.LineStatus;

/**
 * What a test or the story does behind the parties' backs: who exists, who has money, which number
 * dies, what goes wrong next; and what the parties have seen.
 */
final class AdminApi {

  private static final int MONTHS_MAX = 600;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Parties parties;
  private final Front front;
  private final CallbackAddresses addresses;

  AdminApi(Parties parties, Front front, CallbackAddresses addresses) {
    this.parties = parties;
    this.front = front;
    this.addresses = addresses;
  }

  void mount() {
    front.admin(HttpMethod.POST, "people", this::enterPeople);
    front.admin(HttpMethod.POST, "phones/:phone/status", this::changeLine);
    front.admin(HttpMethod.GET, "accounts/:card", this::account);
    front.admin(HttpMethod.POST, "accounts/:card/deposits", this::deposit);
    front.admin(HttpMethod.POST, "accounts/:card/withdrawals", this::withdraw);
    front.admin(HttpMethod.POST, "accounts/:card/closure", this::close);
    front.admin(HttpMethod.POST, "debits/:id/return", this::giveBack);
    front.admin(HttpMethod.POST, "transfers", request -> parties.bank().transfer(request));
    front.admin(HttpMethod.GET, "messages", this::messages);
    front.admin(HttpMethod.GET, "mails", this::mails);
    front.admin(HttpMethod.GET, "bank/journal", request -> bankTotals());
    front.admin(HttpMethod.POST, "faults", this::orderFault);
    front.admin(
        HttpMethod.DELETE,
        "faults",
        request -> {
          parties.faults().clear();
          return done();
        });
    front.admin(HttpMethod.PUT, "callbacks", this::setCallbacks);
    front.admin(HttpMethod.DELETE, "state", request -> wipe());
    front.admin(HttpMethod.GET, "counters", request -> Answer.ok(parties.counters().json()));
  }

  private Answer enterPeople(Request request) {
    if (!(request.value("items") instanceof JsonArray people)) {
      throw Refusal.malformed("", "wants an array of persons");
    }
    for (int i = 0; i < people.size(); i++) {
      if (!(people.getValue(i) instanceof JsonObject person)) {
        throw Refusal.malformed("/" + i, "wants a person object");
      }
      enter(new Request(request.context(), person, Optional.empty()));
    }
    return new Answer(201, new JsonObject().put("entered", people.size()));
  }

  private void enter(Request person) {
    String name = person.text("name");
    String idNumber = person.text("idNumber");
    String phone = person.phone("phone");
    LineStatus status =
        person.has("phoneStatus")
            ? person.oneOf("phoneStatus", LineStatus.class)
            : LineStatus.ACTIVE;
    JsonObject entry =
        new JsonObject()
            .put("name", name)
            .put("idNumber", idNumber)
            .put("phone", phone)
            .put("phoneStatus", status.name())
            .put("monthsInNetwork", person.number("monthsInNetwork", 24, 0, MONTHS_MAX))
            .put("answersCalls", person.flag("answersCalls", true))
            .put("documentLost", person.flag("documentLost", false));
    if (person.has("bureau")) {
      if (!(person.value("bureau") instanceof JsonObject bureau)) {
        throw Refusal.malformed("bureau", "wants an object of facts");
      }
      entry.put("bureau", bureau);
    }
    Optional<String> card = person.optionalText("cardNumber");
    Fen balance = person.has("balance") ? person.amount("balance") : Fen.ZERO;
    if (balance.value() < 0) {
      throw Refusal.malformed("balance", "must not be less than zero");
    }
    parties.people().enter(entry);
    card.filter(number -> parties.books().account(number).isEmpty())
        .ifPresent(number -> parties.books().open(number, name, idNumber, phone, balance));
  }

  private Answer changeLine(Request request) {
    LocalDate since =
        request
            .optionalDate("since")
            .orElseGet(() -> LocalDate.ofInstant(parties.clock().instant(), ZONE));
    String phone = PhoneNumber.of("phone", request.path("phone"));
    parties.people().changeLine(phone, request.oneOf("status", LineStatus.class), since);
    return done();
  }

  private Answer account(Request request) {
    return parties
        .books()
        .account(request.path("card"))
        .map(AdminApi::view)
        .orElseThrow(() -> Refusal.unknown("cardNumber", "no such account"));
  }

  private Answer deposit(Request request) {
    return view(parties.books().deposit(request.path("card"), request.positiveAmount("amount")));
  }

  private Answer withdraw(Request request) {
    String card = request.path("card");
    if (request.flag("all", false)) {
      Fen balance = parties.books().account(card).map(BankBooks.Account::balance).orElse(Fen.ZERO);
      return balance.value() == 0
          ? account(request)
          : view(parties.books().withdraw(card, balance));
    }
    return view(parties.books().withdraw(card, request.positiveAmount("amount")));
  }

  private Answer close(Request request) {
    parties.books().close(request.path("card"));
    return done();
  }

  private Answer giveBack(Request request) {
    parties.books().giveBack(request.path("id"), parties.clock().instant().toString());
    return done();
  }

  private static Answer view(BankBooks.Account account) {
    return Answer.ok(
        new JsonObject()
            .put("cardNumber", account.card())
            .put("balance", account.balance().json())
            .put("closed", account.closed()));
  }

  private Answer messages(Request request) {
    Optional<String> address =
        request
            .query("phone")
            .map(phone -> PhoneNumber.of("phone", phone))
            .or(() -> request.query("deviceToken"));
    return Answer.ok(parties.messaging().sentTo(address, request.queryInstant("since")));
  }

  private Answer mails(Request request) {
    return Answer.ok(parties.mails().receivedBy(request.query("to")));
  }

  private Answer bankTotals() {
    Fen out = Fen.ZERO;
    Fen in = Fen.ZERO;
    Fen returned = Fen.ZERO;
    for (BankBooks.Entry entry : parties.books().statement()) {
      if (entry.kind().equals(BankBooks.Entry.RETURN)) {
        returned = returned.plus(entry.amount());
      } else if (entry.direction().equals("OUT")) {
        out = out.plus(entry.amount());
      } else {
        in = in.plus(entry.amount());
      }
    }
    JsonObject orders = new JsonObject();
    for (BankOrder order : parties.books().orders()) {
      String key = order.kind() + "_" + order.state();
      orders.put(key, orders.getInteger(key, 0) + 1);
    }
    return Answer.ok(
        new JsonObject()
            .put("out", out.json())
            .put("in", in.json())
            .put("returned", returned.json())
            .put("entries", parties.books().statement().size())
            .put("orders", orders)
            .put("untold", parties.books().unfinished().size()));
  }

  private Answer orderFault(Request request) {
    String party = request.text("party");
    String operation = request.text("operation");
    if (!front.operations().contains(party + "." + operation)) {
      throw Refusal.malformed(
          "operation", party + "." + operation + " is none of " + front.operations());
    }
    Fault.Kind kind = request.oneOf("kind", Fault.Kind.class);
    if (!kind.fits(operation)) {
      throw Refusal.malformed("kind", kind + " cannot happen to " + party + "." + operation);
    }
    Fault fault =
        new Fault(
            party,
            operation,
            request.optionalText("match").orElse(""),
            kind,
            request.number("millis", 0, 0, (int) FaultPlan.DELAY_MILLIS_MAX));
    parties.faults().order(fault, request.number("times", 1, 1, FaultPlan.TIMES_MAX));
    return new Answer(201, new JsonObject().put("left", parties.faults().left()));
  }

  private Answer setCallbacks(Request request) {
    addresses.set(request.optionalUrl("bankWebhookUrl"), request.optionalUrl("receiptsUrl"));
    return done();
  }

  private Answer wipe() {
    parties.clear();
    return done();
  }

  private static Answer done() {
    return Answer.ok(new JsonObject().put("done", true));
  }
}
