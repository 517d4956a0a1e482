package org.shouxin.localstack.story;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import org.shouxin.localstack.story.client.Pace;
import org.shouxin.localstack.story.client.Reply;
import org.shouxin.localstack.story.client.StoryFailure;

/**
 * A credit line beside the first loan: opened by an officer from a signed framework contract, drawn
 * by the borrower who has read what it costs, repaid by debit; what was repaid can be drawn again.
 */
final class LineDesk {

  private static final String LINES = "/servicing/v1/lines";
  private static final String LIMIT = "5000.00";
  private static final BigDecimal DRAW = new BigDecimal("1000.00");
  private static final int DRAW_MONTHS = 3;
  private static final Duration READ_WITHIN = Duration.ofMinutes(1);
  private static final Duration PAID_OUT_WITHIN = Duration.ofMinutes(3);
  private static final String READING_RULE = "CN-DISC-01";

  private final Scene scene;

  LineDesk(Scene scene) {
    this.scene = scene;
  }

  /** Whether risk lets the borrower owe a draw beside the loan. */
  boolean mayDraw(Life life) {
    Reply limit =
        scene
            .gateway()
            .get(scene.staff().officer(), "/risk/v1/borrowers/" + life.borrowerId() + "/limit")
            .orFail();
    BigDecimal owed = life.loan().orElseThrow().principal();
    return limit.amount("limit").subtract(owed).compareTo(DRAW) >= 0;
  }

  /** Opens the line and draws on it the same day. */
  void draw(Life life, LocalDate today) {
    JsonObject contract =
        new JsonObject()
            .put("borrowerId", life.borrowerId())
            .put("productCode", "CONSUMER_LINE")
            .put("limit", cny(LIMIT))
            .put("annualRate", "0.146000")
            .put("termMonthsMax", 6)
            .put("contractHash", sha256("framework contract of " + life.borrowerId()))
            .put("expiresOn", today.plusYears(1).toString());
    String lineId =
        scene
            .gateway()
            .post(scene.staff().officer(), LINES, contract, life.alias() + " gets a line")
            .orFail()
            .text("lineId");
    life.hasLine(lineId);
    scene.tell(life, "has a line; free to draw", Narrator.cny(available(life)));
    Reply drawn = drawn(life, read(life));
    String loanId = drawn.orFail().text("loanId");
    scene.tally().add("draws");
    scene.tell(
        life,
        "draws %s over %d months, left".formatted(Narrator.cny(DRAW), DRAW_MONTHS),
        Narrator.cny(drawn.amount("available")));
    awaitPayout(life, loanId);
  }

  /** Reads the disclosure; what is confirmed later is this one. */
  private String read(Life life) {
    JsonObject wish =
        new JsonObject()
            .put("amount", cny(DRAW.toPlainString()))
            .put("method", "EQUAL_INSTALMENT")
            .put("termMonths", DRAW_MONTHS)
            .put("purpose", "DAILY_CONSUMPTION");
    String path = LINES + "/" + life.lineId().orElseThrow() + "/disclosures";
    Reply shown =
        scene.gateway().post(life.login(), path, wish, life.alias() + " reads a draw").orFail();
    JsonObject text = shown.json().getJsonObject("disclosure");
    scene.tell(
        life, "reads what a draw costs, all-in annual", text.getString("annualPercentageRate"));
    return text.getString("disclosureId");
  }

  private Reply drawn(Life life, String disclosureId) {
    JsonObject body = new JsonObject().put("disclosureId", disclosureId);
    String path = LINES + "/" + life.lineId().orElseThrow() + "/draws";
    return Pace.until(
        life.alias() + " has read the disclosure",
        READ_WITHIN,
        () ->
            Optional.of(scene.gateway().post(life.login(), path, body, life.alias() + " draws"))
                .filter(reply -> !reply.rule().equals(READING_RULE)));
  }

  private void awaitPayout(Life life, String loanId) {
    JsonObject loan =
        Pace.until(
            life.alias() + " gets the drawn money",
            PAID_OUT_WITHIN,
            () ->
                Optional.of(
                        scene
                            .gateway()
                            .get(life.login(), "/servicing/v1/loans/" + loanId)
                            .orFail()
                            .json())
                    .filter(each -> each.getString("state").equals("ACTIVE")));
    scene.outside().withdrawAll(life.card());
    life.drew(LoanBook.read(scene, life, loan));
  }

  /** What is free to draw now. */
  BigDecimal available(Life life) {
    return scene
        .gateway()
        .get(life.login(), LINES + "/" + life.lineId().orElseThrow())
        .orFail()
        .amount("available");
  }

  private static JsonObject cny(String amount) {
    return new JsonObject().put("amount", amount).put("currency", "CNY");
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new StoryFailure("every Java platform has SHA-256", impossible);
    }
  }
}
