package org.shouxin.localstack.standin;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.shouxin.localstack.standin.BankBooks.Account;
import org.shouxin.localstack.standin.BankBooks.Entry;
import org.shouxin.localstack.standin.BankOrder.Kind;
import org.shouxin.localstack.standin.BankOrder.State;

/**
 * The lender's bank: payment agreements, payouts, direct debits, the statement of the lender's
 * account, and a webhook for every order that became final. An order is idempotent by its
 * requestId; it settles shortly after it was accepted, also when the bank restarts in between.
 */
final class Bank {

  static final String BANK_NAME = "示例银行";
  static final int STATEMENT_ENTRIES_MAX = 1_000;
  private static final Fen ONE_YUAN = new Fen(100);

  private final Vertx vertx;
  private final BankBooks books;
  private final Callbacks callbacks;
  private final Supplier<Optional<String>> webhookUrl;
  private final Duration processing;
  private final Clock clock;

  Bank(
      Vertx vertx,
      BankBooks books,
      Callbacks callbacks,
      Supplier<Optional<String>> webhookUrl,
      StandInConfig config) {
    this.vertx = vertx;
    this.books = books;
    this.callbacks = callbacks;
    this.webhookUrl = webhookUrl;
    this.processing = config.processing();
    this.clock = config.clock();
  }

  void mount(Front front) {
    front.post("bank", "agreements", this::agree);
    front.post("bank", "payouts", request -> order(request, Kind.PAYOUT));
    front.post("bank", "debits", request -> order(request, Kind.DEBIT));
    front.get("bank", "payouts/:id", "payout-status", request -> status(request, Kind.PAYOUT));
    front.get("bank", "debits/:id", "debit-status", request -> status(request, Kind.DEBIT));
    front.get("bank", "statement", "statement", this::statement);
  }

  /** Goes on with what a former life of this bank had accepted or not yet told. */
  void resume() {
    books.unfinished().forEach(order -> proceed(order.requestId(), Optional.empty()));
  }

  /** Money that a borrower sends from the own account to the lender's. */
  Answer transfer(Request request) {
    String card = request.text("cardNumber");
    Fen amount = request.positiveAmount("amount");
    String requestId = request.text("requestId");
    Account account =
        books.account(card).orElseThrow(() -> Refusal.unknown("cardNumber", "no such account"));
    Optional<BankOrder> earlier = books.order(requestId);
    if (earlier.isPresent()) {
      return Answer.accepted(
          same(earlier.get(), Kind.TRANSFER, books.agree(card), amount, false).json());
    }
    if (!account.balance().covers(amount)) {
      throw Refusal.conflict("INSUFFICIENT_FUNDS", "the account does not hold that much");
    }
    String reference = request.optionalText("reference").orElse("");
    BankOrder order =
        books.accept(Kind.TRANSFER, requestId, card, books.agree(card), amount, false, reference);
    proceed(requestId, request.fault());
    return Answer.accepted(order.json());
  }

  private Answer agree(Request request) {
    String name = request.text("name");
    String idNumber = request.text("idNumber");
    String phone = request.phone("phone");
    String card = request.text("cardNumber");
    Optional<Account> account = books.account(card);
    if (account.isEmpty() || account.get().closed()) {
      return Answer.result("NOT_FOUND");
    }
    boolean holds =
        account.get().name().equals(name)
            && account.get().idNumber().equals(idNumber)
            && account.get().phone().equals(phone);
    if (!holds) {
      return Answer.result("MISMATCH");
    }
    return Answer.ok(
        new JsonObject()
            .put("result", "MATCH")
            .put("agreement", books.agree(card))
            .put("last4", card.substring(Math.max(0, card.length() - 4)))
            .put("bankName", BANK_NAME));
  }

  private Answer order(Request request, Kind kind) {
    String requestId = request.text("requestId");
    String agreement = request.text("agreement");
    Fen amount = request.positiveAmount("amount");
    boolean partial = kind == Kind.DEBIT && request.flag("allowPartial", false);
    String reference = request.optionalText("reference").orElse("");
    Optional<BankOrder> earlier = books.order(requestId);
    if (earlier.isPresent()) {
      return Answer.accepted(same(earlier.get(), kind, agreement, amount, partial).json());
    }
    Account account =
        books
            .accountOf(agreement)
            .orElseThrow(() -> Refusal.unknown("agreement", "no such agreement"));
    BankOrder order =
        books.accept(kind, requestId, account.card(), agreement, amount, partial, reference);
    proceed(requestId, request.fault());
    return Answer.accepted(order.json());
  }

  private static BankOrder same(
      BankOrder earlier, Kind kind, String agreement, Fen amount, boolean partial) {
    if (!earlier.saysTheSame(kind, agreement, amount, partial)) {
      throw Refusal.conflict("REQUEST_ID_REUSED", "another order has this requestId");
    }
    return earlier;
  }

  private Answer status(Request request, Kind kind) {
    return Answer.ok(
        books
            .order(request.path("id"))
            .filter(order -> order.kind() == kind)
            .orElseThrow(() -> Refusal.unknown("requestId", "no such order"))
            .json());
  }

  private Answer statement(Request request) {
    long from = request.queryNumber("fromSeq", 1);
    JsonArray entries = new JsonArray();
    books.statement().stream()
        .filter(entry -> entry.seq() >= from)
        .limit(STATEMENT_ENTRIES_MAX)
        .map(Entry::json)
        .forEach(entries::add);
    return Answer.ok(new JsonObject().put("entries", entries));
  }

  private void proceed(String requestId, Optional<Fault> fault) {
    vertx.setTimer(
        Math.max(1, processing.toMillis()),
        timer -> books.order(requestId).ifPresent(order -> finish(order, fault)));
  }

  private void finish(BankOrder order, Optional<Fault> fault) {
    BankOrder done =
        order.state() == State.ACCEPTED ? books.settle(order, clock.instant().toString()) : order;
    Fen error = Fault.is(fault, Fault.Kind.WRONG_AMOUNT) ? ONE_YUAN : Fen.ZERO;
    JsonObject webhook = done.webhook(error);
    callbacks.send(
        webhook.getString("type") + "." + done.requestId(),
        webhookUrl,
        webhook,
        fault,
        () -> books.tell(done));
  }
}
