package org.shouxin.collections.intake;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shouxin.chassis.inbox.IncomingEvent;
import org.shouxin.chassis.json.Json;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.collections.app.Database;
import org.shouxin.collections.app.Days;

/**
 * Which fields of which events collections relies on; each example is really applied. An
 * interaction's description is the event's type.
 */
@QuarkusTest
@ExtendWith(PactConsumerTestExt.class)
class EventPactIT {
  private static final String LOAN = "0b6f1b1e-0000-7000-8000-0000000000a2";
  private static final String BORROWER = "0b6f1b1e-0000-7000-8000-0000000000b3";
  private static final String ARRANGEMENT = "0b6f1b1e-0000-7000-8000-0000000000e1";
  private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final String DATE_PATTERN = "\\d{4}-\\d{2}-\\d{2}";
  private static final String DATE = "2026-03-02";

  @Inject ServicingLoanEvents loanEvents;
  @Inject ServicingDayEvents dayEvents;
  @Inject OriginationBorrowerEvents borrowerEvents;
  @Inject UnitOfWork work;

  private static DslPart loan(Consumer<LambdaDslObject> more) {
    return newJsonBody(
            body -> {
              body.stringMatcher("loanId", UUID_PATTERN, LOAN);
              more.accept(body);
            })
        .build();
  }

  @Pact(consumer = "collections", provider = "servicing")
  V4Pact servicing(PactBuilder builder) {
    return builder
        .usingLegacyMessageDsl()
        .expectsToReceive("servicing.delinquency.changed.v1")
        .withContent(
            loan(
                body -> {
                  body.stringMatcher("borrowerId", UUID_PATTERN, BORROWER);
                  body.stringMatcher("businessDate", DATE_PATTERN, DATE);
                  body.integerType("daysPastDue", 4);
                  body.stringMatcher("stage", "CURRENT|GRACE|M1|M2|M3|M4_PLUS|WRITTEN_OFF", "M1");
                  body.object(
                      "amountDue",
                      money -> {
                        money.stringMatcher("amount", "\\d+\\.\\d{2}", "500.00");
                        money.stringMatcher("currency", "[A-Z]{3}", "CNY");
                      });
                }))
        .expectsToReceive("servicing.loan.arrangement-changed.v1")
        .withContent(
            loan(
                body -> {
                  body.stringMatcher("businessDate", DATE_PATTERN, DATE);
                  body.stringMatcher("arrangementId", UUID_PATTERN, ARRANGEMENT);
                  body.stringMatcher("state", "REQUESTED|ACCEPTED|REJECTED", "REQUESTED");
                }))
        .expectsToReceive("servicing.reminder.failed.v1")
        .withContent(
            loan(
                body -> {
                  body.stringMatcher("borrowerId", UUID_PATTERN, BORROWER);
                  body.stringMatcher("channel", "SMS|VOICE|EMAIL|APP_PUSH", "EMAIL");
                }))
        .expectsToReceive("servicing.loan.closed.v1")
        .withContent(loan(body -> body.stringMatcher("businessDate", DATE_PATTERN, DATE)))
        .expectsToReceive("servicing.loan.written-off.v1")
        .withContent(loan(body -> body.stringMatcher("businessDate", DATE_PATTERN, DATE)))
        .expectsToReceive("servicing.business-day.closed.v1")
        .withContent(
            newJsonBody(
                    body -> {
                      body.stringMatcher("date", DATE_PATTERN, "2026-01-05");
                      body.stringMatcher("nextDate", DATE_PATTERN, "2026-01-06");
                    })
                .build())
        .toPact(V4Pact.class);
  }

  @Pact(consumer = "collections", provider = "origination")
  V4Pact origination(PactBuilder builder) {
    return builder
        .usingLegacyMessageDsl()
        .expectsToReceive("origination.borrower.contact-changed.v1")
        .withContent(
            newJsonBody(
                    body -> {
                      body.stringMatcher("borrowerId", UUID_PATTERN, BORROWER);
                      body.stringMatcher("channel", "SMS|VOICE|EMAIL|APP_PUSH", "SMS");
                      body.stringMatcher(
                          "status", "ACTIVE|SUSPENDED|EMPTY|RECYCLED|UNVERIFIED", "SUSPENDED");
                      body.stringMatcher(
                          "checkedAt",
                          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z",
                          "2026-03-02T01:00:00Z");
                    })
                .build())
        .toPact(V4Pact.class);
  }

  @Test
  @PactTestFor(
      pactMethod = "servicing",
      providerType = ProviderType.ASYNCH,
      pactVersion = PactSpecVersion.V4)
  void servicingsEventsAreApplied(List<AsynchronousMessage> messages) throws Throwable {
    Days.today();
    for (AsynchronousMessage message : messages) {
      if (message.getDescription().startsWith("servicing.business-day")) {
        apply(
            message,
            event -> dayEvents.ask(event).chain(judging -> dayEvents.apply(event, judging)));
      } else {
        apply(message, loanEvents::apply);
      }
    }
    assertThat(
            Database.strings(
                "select outcome from collection_case where loan_id = ?", UUID.fromString(LOAN)))
        .containsExactly("CURED");
    assertThat(
            Database.count(
                "select count(*) from hold where arrangement_id = ?", UUID.fromString(ARRANGEMENT)))
        .isEqualTo(1);
  }

  @Test
  @PactTestFor(
      pactMethod = "origination",
      providerType = ProviderType.ASYNCH,
      pactVersion = PactSpecVersion.V4)
  void originationsEventsAreApplied(List<AsynchronousMessage> messages) throws Throwable {
    Days.today();
    for (AsynchronousMessage message : messages) {
      apply(message, borrowerEvents::apply);
    }
    assertThat(
            Database.strings(
                "select state from reachability where borrower_id = ?", UUID.fromString(BORROWER)))
        .containsExactly("SUSPENDED");
  }

  private void apply(AsynchronousMessage message, Function<IncomingEvent, Uni<Void>> consumer)
      throws Throwable {
    IncomingEvent event = event(message);
    VertxContextSupport.subscribeAndAwait(() -> work.inTransaction(() -> consumer.apply(event)));
  }

  private static IncomingEvent event(AsynchronousMessage message) throws JsonProcessingException {
    return new IncomingEvent(
        UUID.randomUUID(),
        "topic",
        "key",
        message.getDescription(),
        1,
        0,
        Instant.parse("2026-03-02T01:00:00Z"),
        Json.tolerant().readTree(message.contentsAsString()));
  }
}
