package org.shouxin.localstack.story;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.shouxin.localstack.story.client.Pace;
import org.shouxin.localstack.story.client.Reply;
import org.shouxin.localstack.story.plan.Conduct;

/**
 * How borrowers pay: by having money in their bank account when the direct debit comes, or through
 * the app. Nobody here tells the suite that something was paid; the bank does.
 */
final class Purse {

  private static final Duration SETTLED_WITHIN = Duration.ofMinutes(2);
  private static final BigDecimal PENALTY_SPARE = new BigDecimal("1.02");

  private final Scene scene;

  Purse(Scene scene) {
    this.scene = scene;
  }

  /** Spends what the lender has paid out. */
  void spendPayout(Life life) {
    scene.outside().withdrawAll(life.card());
  }

  /** The day before a due date: puts into the account what the plan has for it. */
  void fillFor(Life life, Life.Loan loan, Due due) {
    Conduct conduct = conduct(life, due);
    if (conduct.percentOnDueDate() == 0) {
      scene.tell(life, "has nothing for instalment " + due.number(), Narrator.cny(due.total()));
      return;
    }
    BigDecimal arrears = mayOwe(life, due) ? amountDue(life, loan) : BigDecimal.ZERO;
    BigDecimal all = arrears.multiply(PENALTY_SPARE).add(due.total());
    BigDecimal part =
        all.multiply(BigDecimal.valueOf(conduct.percentOnDueDate()))
            .movePointLeft(2)
            .setScale(2, RoundingMode.UP);
    scene.outside().deposit(life.card(), part.toPlainString());
    if (conduct.percentOnDueDate() < 100) {
      scene.tell(life, "has a part for instalment " + due.number(), Narrator.cny(part));
    }
  }

  /** The day before a draw's due date: puts the whole instalment into the account. */
  void fillForDraw(Life life, Due due) {
    scene.outside().deposit(life.card(), due.total().toPlainString());
  }

  private static Conduct conduct(Life life, Due due) {
    boolean payingAgain = life.recovered() || life.role().asksForArrangement();
    return payingAgain ? Conduct.ON_TIME : life.plan().conduct(due.number());
  }

  private static boolean mayOwe(Life life, Due due) {
    return life.plan().conducts().subList(0, due.number() - 1).stream()
        .anyMatch(conduct -> !Conduct.ON_TIME.equals(conduct));
  }

  /** Pays everything that is due through the app, and waits until the ledger shows it. */
  Optional<BigDecimal> payArrears(Life life, LocalDate today) {
    Life.Loan loan = life.loan().orElseThrow();
    BigDecimal due = amountDue(life, loan);
    if (due.signum() <= 0) {
      return Optional.empty();
    }
    pay(life, due, "pays " + today, new JsonObject());
    scene.tell(life, "pays what is due through the app", Narrator.cny(due));
    return Optional.of(due);
  }

  /**
   * Pays an amount on the loan through the app, and waits until the ledger shows it.
   *
   * @param once what this payment is within the run
   * @param wish what the money is for, if not for what is due
   * @return the payment's id
   */
  String pay(Life life, BigDecimal due, String once, JsonObject wish) {
    Life.Loan loan = life.loan().orElseThrow();
    scene.outside().deposit(life.card(), due.toPlainString());
    JsonObject body =
        wish.copy()
            .put(
                "amount",
                new JsonObject().put("amount", due.toPlainString()).put("currency", "CNY"));
    String path = "/servicing/v1/loans/" + loan.id() + "/payments";
    Reply reply =
        Pace.until(
            life.alias() + " pays through the app",
            SETTLED_WITHIN,
            () -> accepted(life, path, body, once));
    String paymentId = reply.orFail().text("paymentId");
    Pace.until(
        life.alias() + "'s payment is settled", SETTLED_WITHIN, () -> settled(life, paymentId));
    return paymentId;
  }

  private Optional<Reply> settled(Life life, String paymentId) {
    Reply payment = scene.gateway().get(life.login(), "/servicing/v1/payments/" + paymentId);
    return Optional.of(payment.orFail()).filter(known -> !known.text("state").equals("PROCESSING"));
  }

  /** A debit that the lender has under way comes first. */
  private Optional<Reply> accepted(Life life, String path, JsonObject body, String once) {
    Reply reply = scene.gateway().post(life.login(), path, body, life.alias() + " " + once);
    return reply.rule().equals("DEBIT_IN_FLIGHT") ? Optional.empty() : Optional.of(reply);
  }

  BigDecimal amountDue(Life life, Life.Loan loan) {
    return balance(life, loan).amount("amountDue");
  }

  Reply balance(Life life, Life.Loan loan) {
    return scene
        .gateway()
        .get(life.login(), "/servicing/v1/loans/" + loan.id() + "/balance")
        .orFail();
  }
}
