package org.shouxin.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouxin.logverifier.MerkleProof;
import org.shouxin.logverifier.ProofRejected;
import org.shouxin.logverifier.Receipt;
import org.shouxin.logverifier.SignedHead;
import org.shouxin.servicing.testing.Lender;
import org.shouxin.servicing.testing.Lender.Borrower;
import org.shouxin.servicing.testing.Lender.Deal;
import org.shouxin.servicing.testing.Superuser;
import org.shouxin.servicing.testing.Topics;

/** What stands in the books can be proved to outsiders, and who rewrites it is found out. */
@QuarkusTest
class ProofIT {

  private static final Deal SMALL = new Deal("1200.00", "0.12", "EQUAL_PRINCIPAL", 12);

  private final Lender lender = new Lender();

  @Test
  void aBorrowersReceiptHoldsUnderThePublicKeyAlone() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    byte[] json = receipt(borrower, loanId).asByteArray();

    Receipt receipt = Receipt.parse(json);
    receipt.verify(key(), receipt.content());

    String content = new String(receipt.content(), StandardCharsets.UTF_8);
    assertThat(content).contains(loanId.toString()).contains("120000");
    byte[] forged = content.replace("120000", "110000").getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> receipt.verify(key(), forged)).isInstanceOf(ProofRejected.class);
    assertThat(
            lender
                .as(lender.borrower("0.00"))
                .get("/v1/loans/%s/transactions/%s/receipt".formatted(loanId, line(loanId)))
                .statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POSTING_CHANGED    | update posting set amount_minor = amount_minor * 2 where group_id = '%s'",
        "POSTING_CHANGED    | update posting_group set reason = 'nothing' where id = '%s'",
        "POSTING_CHANGED    | delete from posting where group_id = '%s'",
        "POSTING_CHANGED    | update posting set account_code = '1102' where account_code = '1101' and group_id = '%s'",
        "POSTING_CHANGED    | insert into posting (group_id, account_code, business_date, amount_minor, currency) select id, code, business_date, minor, 'CNY' from posting_group, (values ('1001', 5), ('1101', -5)) v (code, minor) where id = '%s'",
        "POSTING_NOT_LOGGED | update posting_group set log_leaf_id = id where id = '%s'"
      })
  void theAuditNamesTheRewrittenPosting(String fault, String rewrite) {
    UUID loanId = lender.activeLoan(lender.borrower("0.00"), SMALL);
    UUID group = group(loanId);
    assertThat(findings()).isEmpty();

    List<String> named =
        Superuser.rewriting(
            group,
            rewrite.formatted(group),
            () ->
                lender
                    .as("auditor")
                    .get(audit())
                    .jsonPath()
                    .getList("findings.collect { it.fault + ' ' + it.groupId }", String.class));

    assertThat(named).contains(fault + " " + group);
    assertThat(findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"POSTING_NOT_LOGGED, id", "POSTING_CHANGED, log_leaf_id"})
  void aGroupThatWasSlippedInIsNamed(String fault, String leaf) {
    UUID loanId = lender.activeLoan(lender.borrower("0.00"), SMALL);
    UUID slipped = UUID.randomUUID();

    List<String> named =
        Superuser.rewriting(
            slipped,
            """
            insert into posting_group (id, business_date, reason, log_leaf_id, recorded_at)
            select '%1$s', business_date, reason, %2$s, recorded_at
            from posting_group where id = '%3$s';
            insert into posting (group_id, account_code, business_date, amount_minor, currency)
            select '%1$s', code, business_date, minor, 'CNY'
            from posting_group, (values ('1001', 5), ('1101', -5)) v (code, minor)
            where id = '%1$s'"""
                .formatted(slipped, leaf, group(loanId)),
            () ->
                lender
                    .as("auditor")
                    .get(audit())
                    .jsonPath()
                    .getList("findings.collect { it.fault + ' ' + it.groupId }", String.class));

    assertThat(named).containsExactly(fault + " " + slipped);
  }

  @Test
  void aPostingThatVanishedIsMissedByItsLeaf() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    lender.activeLoan(borrower, SMALL);
    UUID group = group(loanId);

    List<String> faults =
        Superuser.rewriting(
            group,
            "delete from posting where group_id = '%1$s'; delete from posting_group where id = '%1$s'"
                .formatted(group),
            this::findings);

    assertThat(faults).contains("POSTING_REMOVED");
  }

  @Test
  void aRewrittenLeafIsRejectedByTheVerifierAndNamedByTheAudit() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    Response first = receipt(borrower, loanId);
    Receipt kept = Receipt.parse(first.asByteArray());
    lender.activeLoan(lender.borrower("0.00"), SMALL);
    awaitHeadAbove(kept.head().treeSize());
    String audit = "/v1/log/audit?from=%d&to=%d".formatted(kept.leafIndex(), kept.leafIndex() + 1);

    List<String> named =
        Superuser.rewritingLeaf(
            UUID.fromString(first.path("leafId")),
            kept.leafIndex(),
            () -> {
              Receipt now = Receipt.parse(receipt(borrower, loanId).asByteArray());
              assertThatThrownBy(() -> now.verify(key(), null)).isInstanceOf(ProofRejected.class);
              return lender.as("auditor").get(audit).jsonPath().getList("findings.table");
            });

    assertThat(named).contains("log_node");
    kept.verify(key(), kept.content());
    extended(kept.head());
  }

  @Test
  void headsAreToldToTheTopicAndEachExtendsTheOneBefore() {
    lender.activeLoan(lender.borrower("0.00"), SMALL);
    await()
        .atMost(Lender.SOON)
        .untilAsserted(
            () -> assertThat(Topics.read("servicing.log-head", "servicing")).isNotEmpty());

    List<Topics.Seen> told = Topics.read("servicing.log-head", "servicing");
    assertThat(told).allMatch(e -> e.type().equals("servicing.log-head.published.v1"));
    SignedHead head =
        Receipt.parseHead(told.get(0).payload().toString().getBytes(StandardCharsets.UTF_8));
    head.verify(key());
    extended(head);
    assertThat(
            lender
                .as("partner")
                .contentType("application/json")
                .body(told.get(0).payload().toString())
                .post("/v1/log/witnessed-heads")
                .jsonPath()
                .getString("verdict"))
        .isEqualTo("AGREES");
  }

  @Test
  void journalsSumToTheTrialBalanceOfTheirDays() {
    lender.activeLoan(lender.borrower("0.00"), SMALL);
    LocalDate today = lender.today();
    List<String[]> lines = new ArrayList<>();
    LocalDate from = LocalDate.parse("2026-01-31");
    while (!from.isAfter(today)) {
      LocalDate to = from.plusYears(1).minusDays(1);
      lines.addAll(journals(from, to.isAfter(today) ? today : to));
      from = to.plusDays(1);
    }
    JsonPath trial = lender.as("auditor").get("/v1/ledger/trial-balance").jsonPath();
    BigDecimal principal =
        new BigDecimal(trial.getString("lines.find { it.account == '1101' }.balance.amount"));
    assertThat(balance(lines, "1101")).isEqualByComparingTo(principal);
  }

  @Test
  void theBooksOfADayCanBeSeenAsTheyStoodAtAMoment() {
    lender.activeLoan(lender.borrower("0.00"), SMALL);
    Instant before = Instant.now();
    String principal = principalAt(before);
    lender.activeLoan(lender.borrower("0.00"), SMALL);

    assertThat(principalAt(before)).isEqualTo(principal);
    assertThat(new BigDecimal(principalAt(Instant.now())))
        .isGreaterThanOrEqualTo(new BigDecimal(principal).add(new BigDecimal("1200.00")));
    assertThat(
            lender
                .as("auditor")
                .get("/v1/ledger/trial-balance?recordedAt=yesterday")
                .jsonPath()
                .getString("rule"))
        .isEqualTo("INSTANT");
  }

  /** Balances read the sums of closed days and the postings behind them: it must not show. */
  @Test
  void theSumsOfClosedDaysAreTheirPostings() {
    lender.activeLoan(lender.borrower("0.00"), SMALL);
    LocalDate closed = lender.today();
    lender.closeDay();
    await()
        .atMost(Lender.SOON)
        .until(
            () ->
                Superuser.count(
                        "select count(*) from account_day where day = '%s'".formatted(closed))
                    > 0);
    assertThat(
            Superuser.count(
                """
                select count(*) from (
                  select day, account_code, currency, amount_minor from account_day) s
                full join (
                  select business_date as day, account_code, currency, sum(amount_minor) as minor
                  from posting where business_date <= date '%s'
                  group by business_date, account_code, currency) p
                  using (day, account_code, currency)
                where s.amount_minor is distinct from p.minor"""
                    .formatted(closed)))
        .isZero();
    assertThat(principalAt(Instant.now()))
        .isEqualTo(
            lender
                .as("auditor")
                .get("/v1/ledger/trial-balance")
                .jsonPath()
                .getString("lines.find { it.account == '1101' }.balance.amount"));
  }

  private String principalAt(Instant moment) {
    JsonPath trial =
        lender.as("auditor").get("/v1/ledger/trial-balance?recordedAt=" + moment).jsonPath();
    assertThat(trial.getString("sum.amount")).isEqualTo("0.00");
    return trial.getString("lines.find { it.account == '1101' }.balance.amount");
  }

  private List<String[]> journals(LocalDate from, LocalDate to) {
    Response csv = lender.as("auditor").get("/v1/ledger/journals.csv?from=" + from + "&to=" + to);
    assertThat(csv.statusCode()).isEqualTo(200);
    assertThat(csv.contentType()).startsWith("text/csv");
    return Arrays.stream(csv.asString().split("\r\n"))
        .skip(1)
        .map(line -> line.split(",", -1))
        .toList();
  }

  private static BigDecimal balance(List<String[]> lines, String account) {
    return lines.stream()
        .filter(cells -> cells[5].equals(account))
        .map(cells -> amount(cells[8]).subtract(amount(cells[9])))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal amount(String cell) {
    return cell.isEmpty() ? BigDecimal.ZERO : new BigDecimal(cell);
  }

  private List<String> findings() {
    return lender.as("auditor").get(audit()).jsonPath().getList("findings.fault", String.class);
  }

  private String audit() {
    return "/v1/ledger/audit?from=%1$s&to=%1$s".formatted(lender.today());
  }

  private void extended(SignedHead old) {
    SignedHead now = Receipt.parseHead(lender.as("partner").get("/v1/log/head").asByteArray());
    MerkleProof.consistency(
        old.treeSize(),
        old.rootHash(),
        now.treeSize(),
        now.rootHash(),
        Receipt.parseConsistency(
            lender
                .as("partner")
                .get("/v1/log/consistency?from=%d&to=%d".formatted(old.treeSize(), now.treeSize()))
                .asByteArray()));
  }

  private void awaitHeadAbove(long treeSize) {
    await()
        .atMost(Lender.SOON)
        .until(
            () -> lender.as("partner").get("/v1/log/head").jsonPath().getLong("treeSize"),
            size -> size > treeSize);
  }

  /** The receipt of the loan's first line, once it has its place in the log. */
  private Response receipt(Borrower borrower, UUID loanId) {
    String path = "/v1/loans/%s/transactions/%s/receipt".formatted(loanId, line(loanId));
    return await()
        .atMost(Lender.SOON)
        .until(() -> lender.as(borrower).get(path), answer -> answer.statusCode() == 200);
  }

  private String line(UUID loanId) {
    return lender
        .as("officer")
        .get("/v1/loans/" + loanId + "/transactions")
        .jsonPath()
        .getString("items.find { it.kind == 'DISBURSEMENT' }.transactionId");
  }

  private UUID group(UUID loanId) {
    return Superuser.uuid(
        "select posting_group_id from loan_transaction where id = '%s'".formatted(line(loanId)));
  }

  private PublicKey key() {
    return Receipt.parseKey(lender.as("partner").get("/v1/log/key").path("publicKey"));
  }

  private static String hex(byte[] hash) {
    return java.util.HexFormat.of().formatHex(hash);
  }
}
