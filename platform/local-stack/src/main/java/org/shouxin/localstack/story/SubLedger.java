package org.shouxin.localstack.story;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shouxin.localstack.story.client.Reply;

/**
 * Adds up what all loans owe at the end of a closed day and holds it against the receivables of the
 * general ledger on that day: principal, interest, penalty interest and fees, to the cent.
 */
final class SubLedger {

  /** Beyond this many loans only the end of the story is compared. */
  private static final int LOANS_OFTEN_MAX = 40;

  private static final String LOANS = "/servicing/v1/loans";

  private final Scene scene;
  private int days;
  private int loans;
  private Optional<String> firstDifference = Optional.empty();

  SubLedger(Scene scene) {
    this.scene = scene;
  }

  /** Compares on the way, while there are few loans. */
  void compareOften(LocalDate closed) {
    List<JsonObject> all = loans();
    if (all.size() <= LOANS_OFTEN_MAX) {
      compare(all, closed);
    }
  }

  void compare(LocalDate closed) {
    compare(loans(), closed);
  }

  private List<JsonObject> loans() {
    return scene.gateway().all(scene.staff().auditor(), LOANS);
  }

  private void compare(List<JsonObject> all, LocalDate closed) {
    Map<String, BigDecimal> owed = new LinkedHashMap<>();
    for (JsonObject loan : all) {
      if (loan.getString("valueDate") != null) {
        add(owed, loan.getString("loanId"), closed);
      }
    }
    Map<String, BigDecimal> books = books(closed);
    owed.forEach(
        (account, sum) -> {
          BigDecimal booked = books.getOrDefault(account, BigDecimal.ZERO);
          if (booked.compareTo(sum) != 0) {
            String difference =
                "%s, account %s: %s in the books, %s owed".formatted(closed, account, booked, sum);
            firstDifference = firstDifference.or(() -> Optional.of(difference));
          }
        });
    days++;
    loans = all.size();
  }

  private void add(Map<String, BigDecimal> owed, String loanId, LocalDate closed) {
    Reply balance =
        scene
            .gateway()
            .get(scene.staff().auditor(), LOANS + "/" + loanId + "/balance?asOf=" + closed)
            .orFail();
    boolean inTheBooks = !balance.text("stage").equals("WRITTEN_OFF");
    BigDecimal share = inTheBooks ? BigDecimal.ONE : BigDecimal.ZERO;
    BigDecimal interest = balance.amount("interestDue").add(balance.amount("interestAccrued"));
    owed.merge("1101", balance.amount("principalOutstanding").multiply(share), BigDecimal::add);
    owed.merge("1102", interest.multiply(share), BigDecimal::add);
    owed.merge("1103", balance.amount("penaltyDue").multiply(share), BigDecimal::add);
    owed.merge("1104", balance.amount("costDue").multiply(share), BigDecimal::add);
  }

  private Map<String, BigDecimal> books(LocalDate closed) {
    Map<String, BigDecimal> balances = new LinkedHashMap<>();
    scene
        .gateway()
        .get(scene.staff().auditor(), "/servicing/v1/ledger/trial-balance?asOf=" + closed)
        .orFail()
        .json()
        .getJsonArray("lines")
        .stream()
        .map(JsonObject.class::cast)
        .forEach(line -> balances.put(line.getString("account"), Reply.amountIn(line, "balance")));
    return balances;
  }

  Optional<String> firstDifference() {
    return firstDifference;
  }

  String figure() {
    return days + " days compared, " + loans + " loans";
  }
}
