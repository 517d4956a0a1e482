package org.shouxin.localstack.story;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.shouxin.localstack.story.client.Reply;

/**
 * Somebody who can pay sooner: a prepayment that lowers the instalments left, and later the rest at
 * once by a quote that is valid for some days.
 */
final class EarlyRepayment {

  private static final int PREPAYS_AFTER_INSTALMENT = 2;
  private static final int PAYS_OFF_AFTER_INSTALMENT = 4;
  private static final int DAYS_AFTER_DUE = 10;
  private static final int QUOTE_DAYS = 3;
  private static final BigDecimal THREE = BigDecimal.valueOf(3);

  private final Scene scene;
  private final Purse purse;

  EarlyRepayment(Scene scene, Purse purse) {
    this.scene = scene;
    this.purse = purse;
  }

  static boolean happens(Life life, LocalDate today) {
    return prepays(life, today) || paysOff(life, today);
  }

  private static boolean prepays(Life life, LocalDate today) {
    return isDay(life, PREPAYS_AFTER_INSTALMENT, today);
  }

  private static boolean paysOff(Life life, LocalDate today) {
    return isDay(life, PAYS_OFF_AFTER_INSTALMENT, today);
  }

  private static boolean isDay(Life life, int instalment, LocalDate today) {
    return life.role() == Role.REPAYS_EARLY
        && today.equals(life.loan().orElseThrow().dateOf(instalment).plusDays(DAYS_AFTER_DUE));
  }

  void play(Life life, LocalDate today) {
    if (prepays(life, today)) {
      prepay(life);
    } else {
      payOff(life, today);
    }
  }

  /** A third of what is owed; due dates stay, the instalments left are lower. */
  private void prepay(Life life) {
    Life.Loan loan = life.loan().orElseThrow();
    BigDecimal before = instalment(loan);
    BigDecimal part =
        purse.balance(life, loan).amount("principalOutstanding").divide(THREE, 0, RoundingMode.UP);
    JsonObject wish = new JsonObject().put("purpose", "PREPAYMENT").put("mode", "LOWER_INSTALMENT");
    purse.pay(life, part, "prepays", wish);
    life.has(loan.with(LoanBook.schedule(scene, life, loan.id())));
    scene.tally().add("prepayments");
    scene.tell(
        life,
        "prepays %s; instalments %s, now".formatted(Narrator.cny(part), Narrator.cny(before)),
        Narrator.cny(instalment(life.loan().orElseThrow())));
  }

  /** Everything, by a quote. */
  private void payOff(Life life, LocalDate today) {
    Life.Loan loan = life.loan().orElseThrow();
    String path = "/servicing/v1/loans/" + loan.id();
    Reply quote =
        scene
            .gateway()
            .get(life.login(), path + "/payoff-quote?validTo=" + today.plusDays(QUOTE_DAYS))
            .orFail();
    BigDecimal total = quote.amount("total");
    scene.tell(life, "is quoted, valid to " + quote.text("validTo"), Narrator.cny(total));
    purse.pay(life, total, "pays off", new JsonObject().put("purpose", "PAYOFF"));
    String state = scene.gateway().get(life.login(), path).orFail().text("state");
    life.end();
    scene.tally().add("pay-offs");
    scene.tell(life, "pays everything off", state);
  }

  /** What the last instalment but one comes to. */
  private static BigDecimal instalment(Life.Loan loan) {
    return loan.schedule().get(loan.schedule().size() - 2).total();
  }
}
