package org.shouxin.servicing.bureau.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.LambdaDsl;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shouxin.chassis.json.Json;
import org.shouxin.servicing.bureau.messaging.BorrowerConsents.ConsentChanged;

/** Which fields of a consent, given or taken back, servicing relies on. */
@ExtendWith(PactConsumerTestExt.class)
class ConsentChangedPactTest {

  private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final String BORROWER = "0b6f1b1e-0000-7000-8000-0000000000a1";

  @Pact(consumer = "servicing", provider = "origination")
  V4Pact consentChanged(PactBuilder builder) {
    return builder
        .usingLegacyMessageDsl()
        .expectsToReceive(BorrowerConsents.CHANGED)
        .withContent(
            LambdaDsl.newJsonBody(
                    body -> {
                      body.stringMatcher("borrowerId", UUID_PATTERN, BORROWER);
                      body.stringType("consent", BorrowerConsents.PURPOSE);
                      body.booleanType("granted", false);
                    })
                .build())
        .toPact(V4Pact.class);
  }

  @Test
  @PactTestFor(
      pactMethod = "consentChanged",
      providerType = ProviderType.ASYNCH,
      pactVersion = PactSpecVersion.V4)
  void aConsentTakenBackIsRead(List<AsynchronousMessage> messages) throws JsonProcessingException {
    ConsentChanged changed =
        Json.tolerant().readValue(messages.get(0).contentsAsString(), ConsentChanged.class);

    assertThat(changed)
        .isEqualTo(new ConsentChanged(UUID.fromString(BORROWER), "BUREAU_REPORT", false));
  }
}
