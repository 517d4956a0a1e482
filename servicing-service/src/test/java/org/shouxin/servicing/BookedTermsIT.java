package org.shouxin.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.servicing.testing.Lender;
import org.shouxin.servicing.testing.Lender.Borrower;
import org.shouxin.servicing.testing.Lender.Deal;
import org.shouxin.servicing.testing.SubLedger;
import org.shouxin.servicing.testing.Topics;

/** What a preview shows is what is booked, owed, debited and closed, whatever the terms are. */
@QuarkusTest
class BookedTermsIT {

  private static final String AMOUNT = "1200.00";
  private static final int DAYS_MAX = 66;

  /** Method and the other terms, by what is special. */
  private static final Map<String, List<String>> KINDS =
      Map.ofEntries(
          kind(
              "daily rate as written, ACT/365",
              "EQUAL_INSTALMENT",
              """
              "rate":{"value":"0.0005","per":"DAY"},"instalments":3,"dayCount":"ACT_365",
              "frequency":{"every":10,"unit":"DAY"}"""),
          kind(
              "bullet",
              "BULLET",
              """
              "annualRate":"0.18","dayCount":"ACT_360","termMonths":1"""),
          kind(
              "interest only",
              "INTEREST_ONLY",
              """
              "annualRate":"0.18","dayCount":"ACT_ACT_SPLIT","instalments":3,
              "frequency":{"every":2,"unit":"WEEK"}"""),
          kind(
              "balloon",
              "BALLOON",
              """
              "annualRate":"0.12","instalments":2,"dayCount":"THIRTY_360_EU",
              "balloon":{"amount":"500.00","currency":"CNY"}"""),
          kind(
              "grace on principal",
              "EQUAL_PRINCIPAL",
              """
              "annualRate":"0.12","instalments":4,"frequency":{"every":1,"unit":"WEEK"},
              "principalGracePeriods":1,"interestGracePeriods":2"""),
          kind(
              "weekly",
              "EQUAL_INSTALMENT",
              """
              "annualRate":"0.15","instalments":5,"frequency":{"every":1,"unit":"WEEK"},
              "instalmentUnit":{"amount":"1.00","currency":"CNY"}"""),
          kind(
              "moratorium that becomes principal",
              "EQUAL_INSTALMENT",
              """
              "annualRate":"0.18","instalments":4,"frequency":{"every":9,"unit":"DAY"},
              "dayCount":"ACT_364","moratorium":{"periods":2,"treatment":"CAPITALISE"}"""),
          kind(
              "moratorium that is spread, a fee at the start",
              "EQUAL_PRINCIPAL",
              """
              "annualRate":"0.12","instalments":4,"frequency":{"every":8,"unit":"DAY"},
              "moratorium":{"periods":1,"treatment":"SPREAD"},
              "fees":[{"code":"OPENING","when":"UPFRONT",
                       "amount":{"amount":"0.50","currency":"CNY"}}]"""));

  private final Lender lender = new Lender();

  @Inject SubLedger subLedger;

  private static Map.Entry<String, List<String>> kind(String name, String method, String terms) {
    return Map.entry(
        name,
        List.of(
            method,
            "{\"principal\":{\"amount\":\"%s\",\"currency\":\"CNY\"},\"method\":\"%s\",%s"
                .formatted(AMOUNT, method, terms)));
  }

  @Test
  void everyKindOfTermsIsBookedAsItWasShownAndEndsAtNothing() {
    LocalDate start = lender.today();
    Map<String, UUID> loans = new LinkedHashMap<>();
    KINDS.forEach((name, kind) -> loans.put(name, booked(name, kind, start)));
    subLedger.assertAgreesWithLedger();

    for (int day = 1; day <= DAYS_MAX && !allClosed(loans); day++) {
      lender.closeDay();
      if (day % 9 == 0) {
        subLedger.assertAgreesWithLedger();
      }
    }

    loans.forEach(
        (name, loan) -> {
          JsonPath balance = lender.balance(loan);
          assertThat(balance.getString("state")).as(name).isEqualTo("CLOSED");
          assertThat(balance.getString("payoff.amount")).as(name).isEqualTo("0.00");
          assertThat(balance.getString("unapplied.amount")).as(name).isEqualTo("0.00");
        });
    subLedger.assertAgreesWithLedger();
    lender.assertBooksBalance();
  }

  @Test
  void aFigureOfABookedLoanIsDerivedFromItsOwnTerms() {
    List<String> kind = KINDS.get("daily rate as written, ACT/365");
    UUID loan = booked("explained", kind, lender.today());

    JsonPath why =
        lender
            .as("officer")
            .get("/v1/loans/" + loan + "/explanations?figure=SCHEDULED&of=INTEREST&instalment=2")
            .jsonPath();

    JsonPath schedule = lender.as("officer").get("/v1/loans/" + loan + "/schedule").jsonPath();
    assertThat(why.getString("result"))
        .isEqualTo(schedule.getString("instalments.find { it.number == 2 }.interest.amount"));
    assertThat(why.getString("text.zh")).isNotBlank();
    assertThat(
            lender
                .as("officer")
                .get(
                    "/v1/loans/" + loan + "/explanations?figure=SCHEDULED&of=INTEREST&instalment=4")
                .jsonPath()
                .getString("rule"))
        .isEqualTo("ROW_RANGE");
    assertThat(lender.as("officer").get("/v1/loans/" + loan).jsonPath().getString("terms.rate.per"))
        .isEqualTo("DAY");
  }

  @Test
  void termsThatCannotBeAreLeftToAPerson() {
    Borrower borrower = lender.borrower("0.00");
    String principal = "\"principal\":{\"amount\":\"1200.00\",\"currency\":\"CNY\"}";
    Deal bullet = new Deal(AMOUNT, "0.12", "BULLET", 6);
    List<UUID> refused =
        List.of(
            lender.sign(
                borrower,
                bullet,
                "{%s,\"annualRate\":\"0.12\",\"method\":\"BULLET\",\"instalments\":12}"
                    .formatted(principal)),
            lender.sign(
                borrower,
                bullet,
                "{%s,\"annualRate\":\"0.12\",\"method\":\"FLAT\",\"instalments\":12}"
                    .formatted(principal)),
            lender.sign(
                borrower,
                bullet,
                "{%s,\"rate\":{\"value\":\"0.001\",\"per\":\"DAY\"},\"method\":\"BULLET\",\"termMonths\":6}"
                    .formatted(principal)),
            lender.sign(
                borrower,
                bullet,
                "{%s,\"annualRate\":\"0.12\",\"method\":\"BULLET\",\"termMonths\":6,\"jurisdiction\":\"NONE\"}"
                    .formatted(principal)));

    await()
        .atMost(Lender.SOON)
        .untilAsserted(
            () -> {
              for (UUID loan : refused) {
                assertThat(Topics.read("origination.loan.dead-letter.servicing", loan.toString()))
                    .hasSize(1);
              }
            });
    refused.forEach(
        loan ->
            assertThat(lender.as("officer").get("/v1/loans/" + loan).statusCode()).isEqualTo(404));
  }

  private UUID booked(String name, List<String> kind, LocalDate start) {
    Borrower borrower = lender.borrower("200.00");
    Deal deal = new Deal(AMOUNT, "0.12", kind.get(0), 1);
    UUID loan = lender.sign(borrower, deal, kind.get(1) + "}");
    lender.awaitState(loan, "ACTIVE");
    JsonPath preview =
        lender
            .as("officer")
            .contentType("application/json")
            .body(kind.get(1) + ",\"startDate\":\"%s\"}".formatted(start))
            .post("/v1/schedules/preview")
            .jsonPath();
    JsonPath schedule = lender.as("officer").get("/v1/loans/" + loan + "/schedule").jsonPath();
    for (String figure : List.of("dueDate", "principal.amount", "interest.amount", "fees.amount")) {
      assertThat(schedule.getList("instalments.sort { it.number }." + figure))
          .as("%s of %s", figure, name)
          .isEqualTo(preview.getList("instalments." + figure));
    }
    return loan;
  }

  private boolean allClosed(Map<String, UUID> loans) {
    return loans.values().stream()
        .allMatch(loan -> "CLOSED".equals(lender.balance(loan).getString("state")));
  }
}
