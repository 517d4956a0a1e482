package org.shouxin.origination.borrower.messaging;

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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shouxin.chassis.inbox.IncomingEvent;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.origination.component.PactEvents;
import org.shouxin.origination.component.TestBorrower;

/** Which fields of collections' events origination relies on; each example is really applied. */
@QuarkusTest
@ExtendWith(PactConsumerTestExt.class)
class CasePactIT {

  private static final String BORROWER = "0b6f1b1e-0000-7000-8000-0000000000b3";
  private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  @Inject CaseConsumer cases;
  @Inject UnitOfWork work;

  @Pact(consumer = "origination", provider = "collections")
  V4Pact collections(PactBuilder builder) {
    return builder
        .usingLegacyMessageDsl()
        .expectsToReceive("collections.contact.lost.v1")
        .withContent(
            newJsonBody(
                    body -> {
                      body.stringMatcher("borrowerId", UUID_PATTERN, BORROWER);
                      body.stringMatcher("businessDate", "\\d{4}-\\d{2}-\\d{2}", "2026-05-01");
                    })
                .build())
        .expectsToReceive("collections.contact.found.v1")
        .withContent(borrower())
        .expectsToReceive("collections.borrower.recovered.v1")
        .withContent(borrower())
        .toPact(V4Pact.class);
  }

  @Test
  @PactTestFor(
      pactMethod = "collections",
      providerType = ProviderType.ASYNCH,
      pactVersion = PactSpecVersion.V4)
  void lostAndFoundAreShown(List<AsynchronousMessage> messages) throws Throwable {
    TestBorrower borrower = TestBorrower.verified();
    String id = borrower.http().get("/v1/borrowers/me").then().extract().path("id");
    for (AsynchronousMessage message : messages) {
      IncomingEvent event = PactEvents.event(message, Map.of("borrowerId", id));
      VertxContextSupport.subscribeAndAwait(() -> work.inTransaction(() -> cases.apply(event)));
      boolean required =
          borrower.http().get("/v1/borrowers/me").then().extract().path("contactUpdateRequired");
      assertThat(required).isEqualTo(message.getDescription().contains(".lost."));
    }
  }

  private static DslPart borrower() {
    return newJsonBody(body -> body.stringMatcher("borrowerId", UUID_PATTERN, BORROWER)).build();
  }
}
