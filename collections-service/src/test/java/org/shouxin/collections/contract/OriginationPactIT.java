package org.shouxin.collections.contract;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.LambdaDslJsonBody;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.collections.app.Neighbours;
import org.shouxin.collections.contact.ContactAddresses;
import org.shouxin.collections.contact.Disclosure;
import org.shouxin.collections.contact.model.Channel;
import org.shouxin.collections.reachability.NumberChecks;
import org.shouxin.collections.reachability.model.NumberStatus;

/** What collections asks of origination; the production client behind a WireMock proxy. */
@QuarkusTest
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "origination", pactVersion = PactSpecVersion.V4)
class OriginationPactIT {
  private static final String REACHABLE = "0b6f1b1e-0000-7000-8000-0000000000b1";
  private static final String RECYCLED = "0b6f1b1e-0000-7000-8000-0000000000b2";
  private static final String REFERENCE = "0b6f1b1e-0000-7000-8000-0000000000c1";
  private static final String POINT = "0b6f1b1e-0000-7000-8000-0000000000d1";
  private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  @Inject ContactAddresses addresses;
  @Inject NumberChecks checks;

  private static LambdaDslJsonBody question(String borrower) {
    return newJsonBody(
        body -> {
          body.stringValue("borrowerId", borrower);
          body.stringValue("channel", "SMS");
          body.stringValue("purpose", "COLLECTION");
          body.stringMatcher("reference", UUID_PATTERN, REFERENCE);
        });
  }

  @Pact(consumer = "collections")
  V4Pact disclosure(PactBuilder builder) {
    return builder
        .usingLegacyDsl()
        .given("a borrower with a working phone", Map.of("borrowerId", REACHABLE))
        .uponReceiving("a disclosure of a phone number for collection")
        .method("POST")
        .path("/v1/contact-disclosures")
        .matchHeader("Authorization", "Bearer .+", "Bearer token")
        .matchHeader("Content-Type", "application/json.*", "application/json")
        .body(question(REACHABLE).build())
        .willRespondWith()
        .status(200)
        .matchHeader("Content-Type", "application/json.*", "application/json")
        .body(
            newJsonBody(
                    body -> {
                      body.stringType("address", "+8613900000000");
                      body.stringMatcher("contactPointId", UUID_PATTERN, POINT);
                      body.stringMatcher("language", "zh-CN|en", "zh-CN");
                      body.stringType("zone", "Asia/Shanghai");
                    })
                .build())
        .toPact(V4Pact.class);
  }

  @Pact(consumer = "collections")
  V4Pact blocked(PactBuilder builder) {
    return builder
        .usingLegacyDsl()
        .given("a borrower whose number was recycled", Map.of("borrowerId", RECYCLED))
        .uponReceiving("a disclosure of a number that belongs to somebody else now")
        .method("POST")
        .path("/v1/contact-disclosures")
        .matchHeader("Authorization", "Bearer .+", "Bearer token")
        .matchHeader("Content-Type", "application/json.*", "application/json")
        .body(question(RECYCLED).build())
        .willRespondWith()
        .status(409)
        .matchHeader("Content-Type", "application/problem\\+json.*", "application/problem+json")
        .body(newJsonBody(body -> body.stringValue("rule", "CONTACT_POINT_BLOCKED")).build())
        .toPact(V4Pact.class);
  }

  @Pact(consumer = "collections")
  V4Pact numberCheck(PactBuilder builder) {
    return builder
        .usingLegacyDsl()
        .given("a borrower with a working phone", Map.of("borrowerId", REACHABLE))
        .uponReceiving("a check of a number at the carrier")
        .method("POST")
        .path("/v1/borrowers/" + REACHABLE + "/number-checks")
        .matchHeader("Authorization", "Bearer .+", "Bearer token")
        .matchHeader("Content-Type", "application/json.*", "application/json")
        .body(newJsonBody(body -> body.stringMatcher("reference", UUID_PATTERN, REFERENCE)).build())
        .willRespondWith()
        .status(200)
        .matchHeader("Content-Type", "application/json.*", "application/json")
        .body(
            newJsonBody(
                    body ->
                        body.stringMatcher(
                            "status", "ACTIVE|SUSPENDED|EMPTY|RECYCLED|NOT_EVALUATED", "ACTIVE"))
                .build())
        .toPact(V4Pact.class);
  }

  @Test
  @PactTestFor(pactMethod = "disclosure")
  void anAddressIsTold(MockServer provider) throws Throwable {
    through(provider, REACHABLE);
    Disclosure told =
        VertxContextSupport.subscribeAndAwait(
            () ->
                addresses.disclose(
                    UUID.fromString(REACHABLE), Channel.SMS, UUID.fromString(REFERENCE)));
    assertThat(told)
        .isEqualTo(
            new Disclosure("+8613900000000", UUID.fromString(POINT), "zh-CN", "Asia/Shanghai"));
  }

  @Test
  @PactTestFor(pactMethod = "blocked")
  void aStrangersNumberIsNot(MockServer provider) {
    through(provider, RECYCLED);
    assertThatThrownBy(
            () ->
                VertxContextSupport.subscribeAndAwait(
                    () ->
                        addresses.disclose(
                            UUID.fromString(RECYCLED), Channel.SMS, UUID.fromString(REFERENCE))))
        .isInstanceOfSatisfying(
            RuleViolation.class,
            refused -> assertThat(refused.rule()).isEqualTo("CONTACT_POINT_BLOCKED"));
  }

  @Test
  @PactTestFor(pactMethod = "numberCheck")
  void aNumberIsChecked(MockServer provider) throws Throwable {
    Neighbours.stubs()
        .register(
            WireMock.post("/v1/borrowers/" + REACHABLE + "/number-checks")
                .atPriority(1)
                .willReturn(WireMock.aResponse().proxiedFrom(provider.getUrl())));
    assertThat(
            VertxContextSupport.subscribeAndAwait(
                () -> checks.check(UUID.fromString(REACHABLE), UUID.fromString(REFERENCE))))
        .isEqualTo(NumberStatus.ACTIVE);
  }

  private static void through(MockServer provider, String borrower) {
    Neighbours.stubs()
        .register(
            WireMock.post("/v1/contact-disclosures")
                .withRequestBody(
                    WireMock.matchingJsonPath("$.borrowerId", WireMock.equalTo(borrower)))
                .atPriority(1)
                .willReturn(WireMock.aResponse().proxiedFrom(provider.getUrl())));
  }
}
