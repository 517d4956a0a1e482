package org.shouxin.origination.component;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shouxin.chassis.money.Money;
import org.shouxin.origination.application.ApprovedTerms;
import org.shouxin.origination.application.AssessmentFacts;
import org.shouxin.origination.application.RiskJudgements;
import org.shouxin.origination.application.model.Judgement;
import org.shouxin.origination.application.model.Outcome;
import org.shouxin.origination.offer.Schedules;
import org.shouxin.origination.offer.Schedules.Preview;
import org.shouxin.origination.person.CheckOutcome;
import org.shouxin.origination.policy.LoanPurpose;
import org.shouxin.origination.policy.RepaymentMethod;

/** What origination asks of risk and servicing; the production clients behind a WireMock proxy. */
@QuarkusTest
@ExtendWith(PactConsumerTestExt.class)
class PeerPactIT {

  private static final String APPLICATION = "0b6f1b1e-0000-7000-8000-0000000000a1";
  private static final String BORROWER = "0b6f1b1e-0000-7000-8000-0000000000b1";
  private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final String DECIMAL = "\\d+(\\.\\d+)?";
  private static final Instant AT = Instant.parse("2026-01-05T02:00:00Z");

  @Inject RiskJudgements risk;
  @Inject Schedules schedules;

  @Pact(consumer = "origination", provider = "risk")
  V4Pact assessment(PactBuilder builder) {
    return builder
        .usingLegacyDsl()
        .uponReceiving("an assessment of an application")
        .method("POST")
        .path("/v1/assessments")
        .matchHeader("Authorization", "Bearer .+", "Bearer token")
        .matchHeader("Content-Type", "application/json.*", "application/json")
        .headers(Map.of("Idempotency-Key", APPLICATION, "Accept-Language", "zh-CN"))
        .body(question())
        .willRespondWith()
        .status(201)
        .matchHeader("Content-Type", "application/json.*", "application/json")
        .body(
            newJsonBody(
                    body -> {
                      body.stringMatcher("assessmentId", UUID_PATTERN, BORROWER);
                      body.stringMatcher("outcome", "APPROVED|DECLINED|REFERRED", "APPROVED");
                      body.integerType("score", 640);
                      body.stringMatcher("grade", "[A-E]", "B");
                      money(body, "limit", "60000.00");
                      body.stringMatcher("annualRate", DECIMAL, "0.180000");
                      body.minArrayLike(
                          "reasons",
                          0,
                          1,
                          reason -> {
                            reason.stringType("code", "GOOD_HISTORY");
                            reason.stringType("text", "还款记录良好");
                          });
                    })
                .build())
        .toPact(V4Pact.class);
  }

  @Pact(consumer = "origination", provider = "servicing")
  V4Pact preview(PactBuilder builder) {
    return builder
        .usingLegacyDsl()
        .uponReceiving("the schedule of a loan that may be offered")
        .method("POST")
        .path("/v1/schedules/preview")
        .matchHeader("Authorization", "Bearer .+", "Bearer token")
        .matchHeader("Content-Type", "application/json.*", "application/json")
        .body(
            newJsonBody(
                    body -> {
                      exactly(body, "principal", "12345.00");
                      body.stringValue("annualRate", "0.180000");
                      body.stringValue("method", "EQUAL_INSTALMENT");
                      body.numberValue("termMonths", 12);
                      body.numberValue("graceDays", 3);
                      body.stringValue("penaltyRateMultiple", "1.5");
                    })
                .build())
        .willRespondWith()
        .status(200)
        .matchHeader("Content-Type", "application/json.*", "application/json")
        .body(schedule())
        .toPact(V4Pact.class);
  }

  @Test
  @PactTestFor(pactMethod = "assessment", pactVersion = PactSpecVersion.V4)
  void riskJudges(MockServer provider) throws Throwable {
    StubMapping proxy =
        through(
            provider,
            WireMock.post("/v1/assessments")
                .withHeader("Idempotency-Key", WireMock.equalTo(APPLICATION)));
    Judgement judgement =
        VertxContextSupport.subscribeAndAwait(() -> risk.about(facts(), Locale.SIMPLIFIED_CHINESE));
    Peers.client().removeStubMapping(proxy);
    assertThat(judgement.outcome()).isEqualTo(Outcome.APPROVED);
    assertThat(judgement.limit()).isEqualTo(Money.of("60000.00", "CNY"));
    assertThat(judgement.annualRate()).isEqualByComparingTo("0.18");
    assertThat(judgement.reasons()).singleElement().returns("GOOD_HISTORY", r -> r.code());
  }

  @Test
  @PactTestFor(pactMethod = "preview", pactVersion = PactSpecVersion.V4)
  void servicingCalculates(MockServer provider) throws Throwable {
    StubMapping proxy =
        through(
            provider,
            WireMock.post("/v1/schedules/preview")
                .withRequestBody(
                    WireMock.matchingJsonPath("$.principal.amount", WireMock.equalTo("12345.00"))));
    ApprovedTerms terms =
        new ApprovedTerms(
            UUID.fromString(APPLICATION),
            UUID.fromString(BORROWER),
            Money.of("12345.00", "CNY"),
            new BigDecimal("0.180000"),
            RepaymentMethod.EQUAL_INSTALMENT,
            12,
            new BigDecimal("1.5"),
            3,
            Map.of());
    Preview preview = VertxContextSupport.subscribeAndAwait(() -> schedules.preview(terms));
    Peers.client().removeStubMapping(proxy);
    assertThat(preview.totals().principal()).isEqualTo(terms.principal());
    assertThat(preview.instalments()).isNotEmpty();
    assertThat(preview.terms()).containsEntry("method", "EQUAL_INSTALMENT");
    assertThat(preview.lateConsequences().capRule()).isEqualTo("CN-PRICE-01");
  }

  private static StubMapping through(MockServer provider, MappingBuilder request) {
    return Peers.client()
        .register(
            request.atPriority(1).willReturn(WireMock.aResponse().proxiedFrom(provider.getUrl())));
  }

  private static DslPart question() {
    return newJsonBody(
            body -> {
              body.stringValue("applicationId", APPLICATION);
              body.stringValue("borrowerId", BORROWER);
              body.stringValue("personTag", "a".repeat(64));
              body.stringValue("phoneTag", "b".repeat(64));
              body.stringValue("productCode", "CONSUMER_ONLINE");
              exactly(body, "amount", "50000.00");
              body.numberValue("termMonths", 12);
              body.stringValue("method", "EQUAL_INSTALMENT");
              body.stringValue("purpose", "DAILY_CONSUMPTION");
              body.numberValue("age", 36);
              exactly(body, "monthlyIncome", "12000.00");
              exactly(body, "monthlyDebtService", "500.00");
              body.object(
                  "phone",
                  phone -> {
                    phone.stringValue("status", "ACTIVE");
                    phone.numberValue("monthsInNetwork", 36);
                    phone.stringValue("realNameMatch", "MATCH");
                  });
              body.object(
                  "identity",
                  identity -> {
                    identity.stringValue("nameAndId", "MATCH");
                    identity.stringValue("face", "NOT_EVALUATED");
                  });
              body.object(
                  "bureau",
                  bureau -> {
                    bureau.booleanValue("available", true);
                    bureau.numberValue("openLoans", 1);
                    exactly(bureau, "openDebt", "5000.00");
                    bureau.numberValue("enquiries90d", 2);
                    bureau.numberValue("worstStatus24m", 0);
                    bureau.stringValue("utilisation", "0.30");
                    bureau.stringValue("lastPaymentRatio", "0.10");
                    bureau.object("features", features -> features.stringValue("source", "x"));
                  });
              body.stringValue("requestedAt", AT.toString());
            })
        .build();
  }

  private static DslPart schedule() {
    return newJsonBody(
            body -> {
              body.minArrayLike(
                  "instalments",
                  1,
                  row -> {
                    row.integerType("number", 1);
                    row.stringMatcher("dueDate", "\\d{4}-\\d{2}-\\d{2}", "2026-02-05");
                    money(row, "principal", "12345.00");
                    money(row, "interest", "185.18");
                    money(row, "fees", "0.00");
                    money(row, "total", "12530.18");
                    money(row, "balance", "0.00");
                  });
              body.object(
                  "totals",
                  totals -> {
                    exactly(totals, "principal", "12345.00");
                    money(totals, "interest", "185.18");
                    money(totals, "fees", "0.00");
                    money(totals, "total", "12530.18");
                  });
              body.stringMatcher("annualPercentageRate", DECIMAL, "0.1800");
              body.stringMatcher("effectiveAnnualRate", DECIMAL, "0.1956");
              body.object(
                  "lateConsequences",
                  late -> {
                    late.numberValue("graceDays", 3);
                    late.stringMatcher("penaltyDailyRate", DECIMAL, "0.00066667");
                    late.stringMatcher("penaltyAnnualRate", DECIMAL, "0.240000");
                    late.stringType("capRule", "CN-PRICE-01");
                  });
              body.object(
                  "terms",
                  terms -> {
                    exactly(terms, "principal", "12345.00");
                    terms.stringMatcher("method", "[A-Z_]+", "EQUAL_INSTALMENT");
                    terms.stringMatcher("startDate", "\\d{4}-\\d{2}-\\d{2}", "2026-01-05");
                  });
            })
        .build();
  }

  private static AssessmentFacts facts() {
    return new AssessmentFacts(
        UUID.fromString(APPLICATION),
        UUID.fromString(BORROWER),
        "a".repeat(64),
        "b".repeat(64),
        null,
        "CONSUMER_ONLINE",
        Money.of("50000.00", "CNY"),
        12,
        RepaymentMethod.EQUAL_INSTALMENT,
        LoanPurpose.DAILY_CONSUMPTION,
        36,
        Money.of("12000.00", "CNY"),
        Money.of("500.00", "CNY"),
        new AssessmentFacts.Phone("ACTIVE", 36, CheckOutcome.MATCH),
        new AssessmentFacts.Identity(CheckOutcome.MATCH, CheckOutcome.NOT_EVALUATED),
        new AssessmentFacts.BureauFacts(
            true, 1, Money.of("5000.00", "CNY"), 2, 0, "0.30", "0.10", Map.of("source", "x")),
        AT);
  }

  private static void money(LambdaDslObject body, String field, String amount) {
    body.object(
        field,
        money -> {
          money.stringMatcher("amount", "\\d+\\.\\d{2}", amount);
          money.stringValue("currency", "CNY");
        });
  }

  private static void exactly(LambdaDslObject body, String field, String amount) {
    body.object(
        field,
        money -> {
          money.stringValue("amount", amount);
          money.stringValue("currency", "CNY");
        });
  }
}
