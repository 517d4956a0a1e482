package org.shouxin.collections.contract;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shouxin.chassis.money.Money;
import org.shouxin.collections.app.Neighbours;
import org.shouxin.collections.businessday.ServicingCalendar;
import org.shouxin.collections.promise.LoanLedger;

/** What collections asks of servicing's REST; the production client behind a WireMock proxy. */
@QuarkusTest
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "servicing", pactVersion = PactSpecVersion.V4)
class ServicingPactIT {
  private static final String LOAN = "0b6f1b1e-0000-7000-8000-0000000000a1";
  private static final Map<String, Object> LATE_LOAN = Map.of("loanId", LOAN);
  private static final Date DAY = Date.from(Instant.parse("2026-03-02T12:00:00Z"));

  @Inject LoanLedger ledger;
  @Inject ServicingCalendar calendar;

  private static void money(LambdaDslObject money) {
    money.stringMatcher("amount", "-?\\d+\\.\\d{2}", "1000.00");
    money.stringMatcher("currency", "[A-Z]{3}", "CNY");
  }

  @Pact(consumer = "collections")
  V4Pact balance(PactBuilder builder) {
    return builder
        .usingLegacyDsl()
        .given("a loan that is past its grace", LATE_LOAN)
        .uponReceiving("the balance of a loan")
        .method("GET")
        .path("/v1/loans/" + LOAN + "/balance")
        .queryMatchingDate("asOf", "yyyy-MM-dd", "2026-03-02")
        .matchHeader("Authorization", "Bearer .+", "Bearer token")
        .willRespondWith()
        .status(200)
        .matchHeader("Content-Type", "application/json.*", "application/json")
        .body(
            newJsonBody(
                    body -> {
                      body.stringType("loanId", LOAN);
                      body.object("payoff", ServicingPactIT::money);
                    })
                .build())
        .toPact(V4Pact.class);
  }

  @Pact(consumer = "collections")
  V4Pact cleared(PactBuilder builder) {
    return builder
        .usingLegacyDsl()
        .given("a loan that is past its grace", LATE_LOAN)
        .uponReceiving("what cleared on a loan between two dates")
        .method("GET")
        .path("/v1/loans/" + LOAN + "/cleared")
        .queryMatchingDate("from", "yyyy-MM-dd", "2026-03-02")
        .queryMatchingDate("to", "yyyy-MM-dd", "2026-03-09")
        .matchHeader("Authorization", "Bearer .+", "Bearer token")
        .willRespondWith()
        .status(200)
        .matchHeader("Content-Type", "application/json.*", "application/json")
        .body(newJsonBody(body -> body.object("cleared", ServicingPactIT::money)).build())
        .toPact(V4Pact.class);
  }

  @Pact(consumer = "collections")
  V4Pact currentDay(PactBuilder builder) {
    return builder
        .usingLegacyDsl()
        .uponReceiving("the current business date")
        .method("GET")
        .path("/v1/business-days/current")
        .matchHeader("Authorization", "Bearer .+", "Bearer token")
        .willRespondWith()
        .status(200)
        .matchHeader("Content-Type", "application/json.*", "application/json")
        .body(newJsonBody(body -> body.date("date", "yyyy-MM-dd", DAY)).build())
        .toPact(V4Pact.class);
  }

  @Test
  @PactTestFor(pactMethod = "balance")
  void theBalance(MockServer provider) throws Throwable {
    through(provider, "/v1/loans/" + LOAN + "/.*");
    assertThat(
            VertxContextSupport.subscribeAndAwait(
                () -> ledger.payoff(UUID.fromString(LOAN), LocalDate.of(2026, 3, 2))))
        .isEqualTo(Money.of("1000.00", "CNY"));
  }

  @Test
  @PactTestFor(pactMethod = "cleared")
  void whatCleared(MockServer provider) throws Throwable {
    through(provider, "/v1/loans/" + LOAN + "/.*");
    assertThat(
            VertxContextSupport.subscribeAndAwait(
                () ->
                    ledger.cleared(
                        UUID.fromString(LOAN), LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 9))))
        .isEqualTo(Money.of("1000.00", "CNY"));
  }

  @Test
  @PactTestFor(pactMethod = "currentDay")
  void theDay(MockServer provider) throws Throwable {
    var stub = through(provider, "/v1/business-days/current");
    try {
      assertThat(VertxContextSupport.subscribeAndAwait(calendar::currentDate))
          .isEqualTo(LocalDate.of(2026, 3, 2));
    } finally {
      Neighbours.stubs().removeStubMapping(stub);
    }
  }

  private static StubMapping through(MockServer provider, String paths) {
    return Neighbours.stubs()
        .register(
            WireMock.any(WireMock.urlPathMatching(paths))
                .atPriority(1)
                .willReturn(WireMock.aResponse().proxiedFrom(provider.getUrl())));
  }
}
