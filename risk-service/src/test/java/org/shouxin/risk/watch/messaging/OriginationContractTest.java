package org.shouxin.risk.watch.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouxin.risk.watch.messaging.EventBodies.BORROWER;
import static org.shouxin.risk.watch.messaging.EventBodies.LOAN;
import static org.shouxin.risk.watch.messaging.EventBodies.OTHER;
import static org.shouxin.risk.watch.messaging.EventBodies.event;
import static org.shouxin.risk.watch.messaging.EventBodies.expect;

import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What risk needs of origination's events. */
@ExtendWith(PactConsumerTestExt.class)
class OriginationContractTest {

  @Pact(consumer = "risk", provider = "origination")
  V4Pact events(PactBuilder pact) {
    expect(
        pact,
        ApplicationConsumer.DECIDED,
        body -> {
          body.uuid("applicationId", LOAN);
          body.stringMatcher("outcome", "APPROVED|DECLINED|REFERRED", "APPROVED");
          body.uuid("assessmentId", OTHER);
        });
    return expect(pact, BorrowerConsumer.ERASED, body -> body.uuid("borrowerId", BORROWER))
        .toPact();
  }

  @Test
  @PactTestFor(pactMethod = "events", providerType = ProviderType.ASYNCH)
  void readsWhatOriginationTells(List<V4Interaction.AsynchronousMessage> messages) {
    assertThat(
            event(messages, ApplicationConsumer.DECIDED)
                .as(ApplicationConsumer.ApplicationDecided.class))
        .isEqualTo(new ApplicationConsumer.ApplicationDecided(LOAN, "APPROVED", OTHER));
    assertThat(event(messages, BorrowerConsumer.ERASED).as(BorrowerConsumer.BorrowerErased.class))
        .isEqualTo(new BorrowerConsumer.BorrowerErased(BORROWER));
  }
}
