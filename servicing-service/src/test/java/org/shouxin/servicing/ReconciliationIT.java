package org.shouxin.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouxin.servicing.reconciliation.model.StatementCsv;
import org.shouxin.servicing.testing.Lender;
import org.shouxin.servicing.testing.Lender.Borrower;
import org.shouxin.servicing.testing.Lender.Deal;
import org.shouxin.servicing.testing.Superuser;

/**
 * The bank's statement against the books. Files here have numbers far above the stand-in's own, so
 * that what they invent does not hide its lines.
 */
@QuarkusTest
class ReconciliationIT {

  private static final Deal SMALL = new Deal("1000.00", "0.12", "EQUAL_INSTALMENT", 6);
  private static long seq = 9_000_000_000L;

  private final Lender lender = new Lender();

  @Test
  void theBanksOwnStatementAgreesWithTheBooks() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    lender.world.deposit(borrower.card(), "50.00");
    lender.world.transfer(UUID.randomUUID().toString(), borrower.card(), "20.00", loanId + "");
    await().atMost(Lender.SOON).until(() -> lender.world.bankTotals().untold() == 0);

    JsonPath first = fetch();
    JsonPath again = fetch();

    assertThat(first.getInt("newLines")).isPositive();
    assertThat(again.getInt("newLines")).isZero();
    assertThat(first.getLong("matched")).isPositive();
    String reference =
        lender.as("officer").get("/v1/loans/" + loanId).jsonPath().getString("bankReference");
    assertThat(breaksOf(reference)).isEmpty();
  }

  @Test
  void aFileIsTakenOnceAndEachKindOfBreakIsListed() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    UUID orderId = payout(loanId);
    String twice = "T" + orderId;
    String unknown = "U" + orderId;
    String file = file(line("OUT", "1000.00", orderId, twice), line("IN", "77.00", null, unknown));
    fetch();

    JsonPath first = taken(file);
    JsonPath again = taken(file);

    assertThat(first.getInt("newLines")).isEqualTo(2);
    assertThat(again.getInt("newLines")).isZero();
    assertThat(again.getLong("openBreaks")).isEqualTo(first.getLong("openBreaks"));
    assertThat(breaksOf(twice)).containsExactly("DOUBLED");
    assertThat(breaksOf(unknown)).containsExactly("MISSING_IN_BOOKS");
    decide(twice, "explanation", 200);
    decide(twice, "posting", 409);
    decide(unknown, "posting", 200);
    returned(unknown);
  }

  @Test
  void aLineWithAnotherAmountAndAPaymentThatTheBankDoesNotHaveAreBreaks() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    String known = "K" + UUID.randomUUID();
    String absent = "A" + UUID.randomUUID();
    lender.toldTransfer(UUID.randomUUID().toString(), loanId, known, "30.00");
    lender.takeBack(loanId);
    UUID other = lender.activeLoan(borrower, SMALL);
    lender.toldTransfer(UUID.randomUUID().toString(), other, absent, "40.00");
    lender.takeBack(other);

    fetch();
    String today = lender.today().toString();
    Response done = take(file(line("IN", "31.00", null, known)), "?from=" + today + "&to=" + today);

    assertThat(done.statusCode()).as(done.asString()).isEqualTo(200);
    assertThat(breaksOf(known)).containsExactly("AMOUNT_DIFFERS");
    assertThat(open("it.kind == 'MISSING_IN_BANK' && it.books.amount == '40.00'")).isNotEmpty();
    decide(known, "explanation", 200);
    taken(file(line("IN", "40.00", null, absent)));
    assertThat(open("it.kind == 'MISSING_IN_BANK' && it.books.amount == '40.00'")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/lines/2/amount         | MONEY_AMOUNT         | 1,2026-01-31T00:00:00Z,IN,12.345,CNY,,X1,",
        "/lines/2/amount         | STATEMENT_AMOUNT     | 1,2026-01-31T00:00:00Z,IN,-1.00,CNY,,X1,",
        "/lines/2/seq            | STATEMENT_SEQ        | one,2026-01-31T00:00:00Z,IN,1.00,CNY,,X1,",
        "/lines/2/booked_at      | INSTANT              | 1,31.01.2026,IN,1.00,CNY,,X1,",
        "/lines/2/direction      | STATEMENT_DIRECTION  | 1,2026-01-31T00:00:00Z,UP,1.00,CNY,,X1,",
        "/lines/2/request_id     | STATEMENT_REQUEST_ID | 1,2026-01-31T00:00:00Z,IN,1.00,CNY,x,X1,",
        "/lines/2/bank_reference | STATEMENT_REFERENCE  | 1,2026-01-31T00:00:00Z,IN,1.00,CNY,,,",
        "/lines/2                | STATEMENT_COLUMNS    | 1,2026-01-31T00:00:00Z,IN",
        "/lines/2                | STATEMENT_COLUMNS    | \"1,2026-01-31T00:00:00Z,IN,1.00,CNY,,X1,"
      })
  void aBrokenLineIsNamedAndNothingIsTaken(String field, String rule, String line) {
    String good = "G" + UUID.randomUUID();
    String file = StatementCsv.HEADER + "\n" + line + "\n" + line("IN", "1.00", null, good);

    Response refused = take(file, "");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.jsonPath().getString("errors[0].field")).isEqualTo(field);
    assertThat(refused.jsonPath().getString("errors[0].rule")).isEqualTo(rule);
    assertThat(breaksOf(good)).isEmpty();
  }

  @Test
  void aLineThatSaysSomethingElseThanBeforeIsRefused() {
    String reference = "C" + UUID.randomUUID();
    taken(file(line("IN", "5.00", null, reference)));

    Response refused = take(file(line("IN", "6.00", null, reference)), "");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.jsonPath().getString("rule")).isEqualTo("STATEMENT_LINE_CHANGED");
    decide(reference, "explanation", 200);
  }

  @Test
  void moneyOfAnUnknownLoanIsAssignedToItOnceAndCountsFromItsReceipt() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    lender.world.deposit(borrower.card(), "60.00");
    lender.world.transfer(UUID.randomUUID().toString(), borrower.card(), "60.00", "my loan");
    await()
        .atMost(Lender.SOON)
        .until(() -> !items("60.00").isEmpty() && lender.world.bankTotals().untold() == 0);
    String item = items("60.00").get(0);
    String received = lender.today().toString();
    lender.closeDay();

    Response assigned = assign(item, loanId);
    Response again = assign(item, loanId);

    assertThat(assigned.statusCode()).as(assigned.asString()).isEqualTo(200);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.jsonPath().getString("rule")).isEqualTo("SUSPENSE_DECIDED");
    assertThat(lender.balance(loanId).getString("unapplied.amount")).isEqualTo("60.00");
    assertThat(items("60.00")).isEmpty();
    assertThat(
            lender
                .as("officer")
                .get("/v1/loans/" + loanId + "/transactions")
                .jsonPath()
                .getString("items.find { it.kind == 'PAYMENT' }.valueDate"))
        .isEqualTo(received);
    lender.assertBooksBalance();
  }

  private void returned(String reference) {
    List<String> items =
        lender
            .as("officer")
            .get("/v1/suspense-items?limit=200")
            .jsonPath()
            .getList("items.findAll { it.bankReference == '%s' }.itemId".formatted(reference));
    assertThat(items).hasSize(1);
    String back = "R" + reference;
    Response done =
        lender
            .keyed(
                lender.as("officer"),
                "{\"bankReference\":\"%s\",\"note\":\"sent back\"}".formatted(back))
            .post("/v1/suspense-items/" + items.get(0) + "/return");
    assertThat(done.statusCode()).as(done.asString()).isEqualTo(200);
    taken(file(line("OUT", "77.00", null, back)));
    assertThat(breaksOf(back)).isEmpty();
    assertThat(cashBalance()).isEqualByComparingTo(bankBalance());
  }

  private BigDecimal cashBalance() {
    JsonPath trial = lender.as("auditor").get("/v1/ledger/trial-balance").jsonPath();
    return new BigDecimal(trial.getString("lines.find { it.account == '1001' }.balance.amount"));
  }

  private BigDecimal bankBalance() {
    await().atMost(Lender.SOON).until(() -> lender.world.bankTotals().untold() == 0);
    return lender.world.bankTotals().received().subtract(lender.world.bankTotals().paidOut());
  }

  private Response assign(String item, UUID loanId) {
    return lender
        .keyed(lender.as("officer"), "{\"loanId\":\"%s\",\"note\":\"by phone\"}".formatted(loanId))
        .post("/v1/suspense-items/" + item + "/assignment");
  }

  private List<String> items(String amount) {
    return lender
        .as("officer")
        .get("/v1/suspense-items?limit=200")
        .jsonPath()
        .getList("items.findAll { it.amount.amount == '%s' }.itemId".formatted(amount));
  }

  private void decide(String reference, String how, int status) {
    String id =
        lender
            .as("officer")
            .get("/v1/statement-breaks?limit=200")
            .jsonPath()
            .getString("items.find { it.bankReference == '%s' }.breakId".formatted(reference));
    Response decided =
        lender
            .keyed(lender.as("officer"), "{\"note\":\"asked the bank\"}")
            .post("/v1/statement-breaks/" + id + "/" + how);
    assertThat(decided.statusCode()).as(decided.asString()).isEqualTo(status);
  }

  private List<String> breaksOf(String reference) {
    return open("it.bankReference == '%s'".formatted(reference));
  }

  private List<String> open(String condition) {
    return lender
        .as("auditor")
        .get("/v1/statement-breaks?state=OPEN&limit=200")
        .jsonPath()
        .getList("items.findAll { %s }.kind".formatted(condition));
  }

  private JsonPath fetch() {
    Response done = lender.as("officer").post("/v1/bank-statements/fetch");
    assertThat(done.statusCode()).as(done.asString()).isEqualTo(200);
    return done.jsonPath();
  }

  private JsonPath taken(String csv) {
    Response done = take(csv, "");
    assertThat(done.statusCode()).as(done.asString()).isEqualTo(200);
    return done.jsonPath();
  }

  private Response take(String csv, String query) {
    return lender
        .as("officer")
        .contentType("text/csv")
        .body(csv)
        .post("/v1/bank-statements" + query);
  }

  private UUID payout(UUID loanId) {
    return Superuser.uuid(
        "select id from bank_order where kind = 'PAYOUT' and loan_id = '%s'".formatted(loanId));
  }

  private static String file(String... lines) {
    return StatementCsv.HEADER + "\n" + String.join("\n", lines) + "\n";
  }

  private static String line(String direction, String amount, UUID orderId, String reference) {
    return "%d,2026-01-31T00:00:00Z,%s,%s,CNY,%s,%s,\"a \"\"loan\"\", mine\""
        .formatted(++seq, direction, amount, orderId == null ? "" : orderId, reference);
  }
}
