package org.shouxin.servicing.contract;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.reminder.Contacts;
import org.shouxin.servicing.reminder.model.ContactWishes;
import org.shouxin.servicing.reminder.model.Reminder;
import org.shouxin.servicing.reminder.model.Reminder.About;
import org.shouxin.servicing.reminder.model.Reminder.Channel;
import org.shouxin.servicing.reminder.model.Reminder.Kind;
import org.shouxin.servicing.reminder.model.Sending;
import org.shouxin.servicing.reminder.model.Window;
import org.shouxin.servicing.testing.OriginationStub;

/** What servicing asks of origination's REST; the production client behind a WireMock proxy. */
@QuarkusTest
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "origination", pactVersion = PactSpecVersion.V4)
class OriginationPactIT {

  private static final String BORROWER = "0b6f1b1e-0000-7000-8000-0000000000c1";
  private static final String BLOCKED = "0b6f1b1e-0000-7000-8000-0000000000c2";
  private static final String REFERENCE = "0b6f1b1e-0000-7000-8000-0000000000c9";

  @Inject Contacts contacts;

  @Pact(consumer = "servicing")
  V4Pact disclosed(PactBuilder builder) {
    return builder
        .usingLegacyDsl()
        .given("a borrower with a working phone", Map.of("borrowerId", BORROWER))
        .uponReceiving("a contact for a repayment reminder")
        .method("POST")
        .path("/v1/contact-disclosures")
        .matchHeader("Authorization", "Bearer .+", "Bearer token")
        .matchHeader("Content-Type", "application/json.*", "application/json")
        .body(question(BORROWER))
        .willRespondWith()
        .status(200)
        .matchHeader("Content-Type", "application/json.*", "application/json")
        .body(
            newJsonBody(
                    body -> {
                      body.stringType("disclosureId", REFERENCE);
                      body.stringMatcher("address", "\\+?[0-9]{7,15}", "+8613800138000");
                      body.stringType("language", "zh-CN");
                    })
                .build())
        .toPact(V4Pact.class);
  }

  @Pact(consumer = "servicing")
  V4Pact blocked(PactBuilder builder) {
    return builder
        .usingLegacyDsl()
        .given("a borrower whose number is recycled", Map.of("borrowerId", BLOCKED))
        .uponReceiving("a contact that must not be used")
        .method("POST")
        .path("/v1/contact-disclosures")
        .matchHeader("Authorization", "Bearer .+", "Bearer token")
        .matchHeader("Content-Type", "application/json.*", "application/json")
        .body(question(BLOCKED))
        .willRespondWith()
        .status(409)
        .matchHeader("Content-Type", "application/problem\\+json.*", "application/problem+json")
        .body(
            newJsonBody(
                    body -> {
                      body.stringValue("rule", "CONTACT_POINT_BLOCKED");
                      body.stringType("contactStatus", "RECYCLED");
                    })
                .build())
        .toPact(V4Pact.class);
  }

  @Pact(consumer = "servicing")
  V4Pact wishes(PactBuilder builder) {
    return builder
        .usingLegacyDsl()
        .given("a borrower with a working phone", Map.of("borrowerId", BORROWER))
        .uponReceiving("how and when a borrower wants to be reminded")
        .method("GET")
        .path("/v1/borrowers/" + BORROWER + "/contact-wishes")
        .matchHeader("Authorization", "Bearer .+", "Bearer token")
        .willRespondWith()
        .status(200)
        .matchHeader("Content-Type", "application/json.*", "application/json")
        .body(
            newJsonBody(
                    body -> {
                      body.stringMatcher("preferredChannel", "SMS|VOICE|EMAIL|APP_PUSH", "SMS");
                      body.stringType("zone", "Asia/Shanghai");
                      body.object(
                          "hours",
                          hours -> {
                            hours.stringMatcher("from", "[0-9]{2}:[0-9]{2}", "09:00");
                            hours.stringMatcher("to", "[0-9]{2}:[0-9]{2}", "21:00");
                            hours.booleanType("nightAgreed", false);
                          });
                      body.booleanType("contactConsent", true);
                    })
                .build())
        .toPact(V4Pact.class);
  }

  @Test
  @PactTestFor(pactMethod = "wishes")
  void wishesAreTold(MockServer origination) throws Throwable {
    OriginationStub.wishesProxied(BORROWER, origination.getUrl());

    assertThat(
            VertxContextSupport.subscribeAndAwait(() -> contacts.wishes(UUID.fromString(BORROWER))))
        .isEqualTo(
            new ContactWishes(
                Channel.SMS,
                ZoneId.of("Asia/Shanghai"),
                new Window(LocalTime.of(9, 0), LocalTime.of(21, 0)),
                false,
                true));
  }

  @Test
  @PactTestFor(pactMethod = "disclosed")
  void anAddressIsDisclosed(MockServer origination) throws Throwable {
    OriginationStub.proxied(BORROWER, origination.getUrl());

    assertThat(VertxContextSupport.subscribeAndAwait(() -> contacts.disclose(reminder(BORROWER))))
        .isEqualTo(new Contacts.Disclosed("+8613800138000", "zh-CN"));
  }

  @Test
  @PactTestFor(pactMethod = "blocked")
  void aBlockedNumberSaysWhy(MockServer origination) throws Throwable {
    OriginationStub.proxied(BLOCKED, origination.getUrl());

    assertThat(VertxContextSupport.subscribeAndAwait(() -> contacts.disclose(reminder(BLOCKED))))
        .isEqualTo(new Contacts.Blocked("RECYCLED"));
  }

  private static DslPart question(String borrower) {
    return newJsonBody(
            body -> {
              body.stringValue("borrowerId", borrower);
              body.stringValue("channel", "SMS");
              body.stringValue("purpose", "REPAYMENT_REMINDER");
              body.stringType("reference", REFERENCE);
            })
        .build();
  }

  private static Reminder reminder(String borrower) {
    Reminder reminder =
        Reminder.planned(
            new About(
                UUID.fromString(REFERENCE),
                UUID.fromString(borrower),
                Kind.BEFORE_DUE,
                LocalDate.of(2026, 3, 1),
                Money.of("112.00", "CNY")),
            Channel.SMS,
            LocalDate.of(2026, 2, 26),
            () -> UUID.fromString(REFERENCE),
            Instant.parse("2026-02-26T02:00:00Z"));
    reminder.decided(reminder.requestId(), new Sending.Now(Sending.CONSENT));
    return reminder;
  }
}
