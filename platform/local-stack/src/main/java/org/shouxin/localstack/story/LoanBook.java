package org.shouxin.localstack.story;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import org.shouxin.localstack.story.client.Reply;

/** Reads a borrower's loan and its live schedule from servicing. */
final class LoanBook {

  private LoanBook() {}

  static Life.Loan read(Scene scene, Life life, JsonObject loan) {
    String id = loan.getString("loanId");
    return new Life.Loan(
        id,
        Reply.amountIn(loan, "principal"),
        LocalDate.parse(loan.getString("valueDate")),
        schedule(scene, life, id));
  }

  static List<Due> schedule(Scene scene, Life life, String loanId) {
    return scene
        .gateway()
        .get(life.login(), "/servicing/v1/loans/" + loanId + "/schedule")
        .orFail()
        .json()
        .getJsonArray("instalments")
        .stream()
        .map(JsonObject.class::cast)
        .map(
            row ->
                new Due(
                    row.getInteger("number"),
                    LocalDate.parse(row.getString("dueDate")),
                    Reply.amountIn(row, "total")))
        .toList();
  }
}
