package org.shouxin.localstack.story;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.shouxin.localstack.story.client.Pace;
import org.shouxin.localstack.story.client.Reply;

/**
 * A payment that was good and is no more: the payer's bank recalls the debit, an officer reverses
 * the payment with the reason, the instalment is open again, and the borrower pays it next day.
 */
final class ReturnedPayment {

  private static final int INSTALMENT = 2;
  private static final int DAYS_AFTER_DUE = 2;
  private static final Duration POSTED_WITHIN = Duration.ofMinutes(2);
  private static final String REASON = "recalled by the payer's bank";

  private final Scene scene;

  ReturnedPayment(Scene scene) {
    this.scene = scene;
  }

  static boolean happens(Life life, LocalDate today) {
    return life.role() == Role.PAYMENT_RETURNED
        && today.equals(dueDate(life).plusDays(DAYS_AFTER_DUE));
  }

  private static LocalDate dueDate(Life life) {
    return life.loan().orElseThrow().dateOf(INSTALMENT);
  }

  void play(Life life, LocalDate today) {
    Life.Loan loan = life.loan().orElseThrow();
    JsonObject payment =
        Pace.until(
            "instalment " + INSTALMENT + " of " + life.alias() + " is paid",
            POSTED_WITHIN,
            () -> payment(loan, dueDate(life)));
    String paymentId = payment.getString("paymentId");
    BigDecimal amount = Reply.amountIn(payment, "amount");
    scene.outside().returnDebit(paymentId);
    scene
        .gateway()
        .post(
            scene.staff().officer(),
            "/servicing/v1/payments/" + paymentId + "/reversal",
            new JsonObject().put("reason", REASON),
            life.alias() + " reversal")
        .orFail();
    scene.tally().add("payments reversed");
    scene.tell(life, "the payment is recalled and reversed", Narrator.cny(amount.abs()));
    life.willPayOn(today.plusDays(1));
  }

  private Optional<JsonObject> payment(Life.Loan loan, LocalDate day) {
    return scene
        .gateway()
        .all(scene.staff().officer(), "/servicing/v1/loans/" + loan.id() + "/transactions")
        .stream()
        .filter(each -> each.getString("kind").equals("PAYMENT"))
        .filter(each -> !LocalDate.parse(each.getString("businessDate")).isBefore(day))
        .findFirst();
  }
}
