package org.shouxin.risk.watch.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouxin.risk.watch.messaging.EventBodies.BORROWER;
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

/** What risk needs of collections' events. */
@ExtendWith(PactConsumerTestExt.class)
class CollectionsContractTest {

  private static final List<String> TYPES =
      List.of(
          CaseConsumer.CONTACT_LOST,
          CaseConsumer.CONTACT_FOUND,
          CaseConsumer.HOLD_PLACED,
          CaseConsumer.HOLD_RELEASED,
          CaseConsumer.BORROWER_RECOVERED);

  @Pact(consumer = "risk", provider = "collections")
  V4Pact events(PactBuilder pact) {
    for (String type : TYPES) {
      expect(
          pact,
          type,
          body -> {
            body.uuid("caseId", OTHER);
            body.uuid("borrowerId", BORROWER);
          });
    }
    return pact.toPact();
  }

  @Test
  @PactTestFor(pactMethod = "events", providerType = ProviderType.ASYNCH)
  void readsWhatCollectionsTells(List<V4Interaction.AsynchronousMessage> messages) {
    for (String type : TYPES) {
      assertThat(event(messages, type).as(CaseConsumer.CaseMoved.class))
          .isEqualTo(new CaseConsumer.CaseMoved(OTHER, BORROWER));
    }
  }
}
