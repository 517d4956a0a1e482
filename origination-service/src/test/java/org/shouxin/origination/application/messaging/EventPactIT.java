package org.shouxin.origination.application.messaging;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shouxin.chassis.inbox.IncomingEvent;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.origination.component.PactEvents;
import org.shouxin.origination.component.Rows;
import org.shouxin.origination.component.TestBorrower;

/**
 * Which fields of servicing's and risk's events origination relies on; each example is really
 * applied. An interaction's description is the event's type.
 */
@QuarkusTest
@ExtendWith(PactConsumerTestExt.class)
class EventPactIT {

  private static final String LOAN = "0b6f1b1e-0000-7000-8000-0000000000a2";
  private static final String BORROWER = "0b6f1b1e-0000-7000-8000-0000000000b3";
  private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  @Inject LoanConsumer loans;
  @Inject LimitConsumer limits;
  @Inject UnitOfWork work;

  @Pact(consumer = "origination", provider = "servicing")
  V4Pact servicing(PactBuilder builder) {
    return builder
        .usingLegacyMessageDsl()
        .expectsToReceive("servicing.loan.disbursed.v1")
        .withContent(loan())
        .expectsToReceive("servicing.loan.closed.v1")
        .withContent(loan())
        .expectsToReceive("servicing.loan.written-off.v1")
        .withContent(loan())
        .toPact(V4Pact.class);
  }

  @Pact(consumer = "origination", provider = "risk")
  V4Pact risk(PactBuilder builder) {
    return builder
        .usingLegacyMessageDsl()
        .expectsToReceive("risk.limit.changed.v1")
        .withContent(
            newJsonBody(
                    body -> {
                      body.stringMatcher("borrowerId", UUID_PATTERN, BORROWER);
                      body.object(
                          "limit",
                          money -> {
                            money.stringMatcher("amount", "\\d+\\.\\d{2}", "20000.00");
                            money.stringMatcher("currency", "[A-Z]{3}", "CNY");
                          });
                    })
                .build())
        .toPact(V4Pact.class);
  }

  @Test
  @PactTestFor(
      pactMethod = "servicing",
      providerType = ProviderType.ASYNCH,
      pactVersion = PactSpecVersion.V4)
  void servicingsEventsMoveTheLoan(List<AsynchronousMessage> messages) throws Throwable {
    String loan = TestBorrower.verified().contracted("38000.00");
    for (AsynchronousMessage message : messages) {
      IncomingEvent event = PactEvents.event(message, Map.of("loanId", loan));
      VertxContextSupport.subscribeAndAwait(() -> work.inTransaction(() -> loans.apply(event)));
      String told = message.getDescription().replaceAll("servicing\\.loan\\.(.*)\\.v1", "$1");
      assertThat(Rows.texts("select loan_state from application where loan_id = '" + loan + "'"))
          .containsExactly(told.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  @Test
  @PactTestFor(
      pactMethod = "risk",
      providerType = ProviderType.ASYNCH,
      pactVersion = PactSpecVersion.V4)
  void risksLimitIsKept(List<AsynchronousMessage> messages) throws Throwable {
    for (AsynchronousMessage message : messages) {
      IncomingEvent event = PactEvents.event(message, Map.of());
      VertxContextSupport.subscribeAndAwait(() -> work.inTransaction(() -> limits.apply(event)));
    }
    assertThat(
            Rows.texts(
                "select limit_minor from borrower_limit where borrower_id = '" + BORROWER + "'"))
        .containsExactly("2000000");
  }

  private static DslPart loan() {
    return newJsonBody(body -> body.stringMatcher("loanId", UUID_PATTERN, LOAN)).build();
  }
}
