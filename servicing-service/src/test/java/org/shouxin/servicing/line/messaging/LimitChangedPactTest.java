package org.shouxin.servicing.line.messaging;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shouxin.chassis.json.Json;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.line.messaging.RiskLimits.LimitChanged;

/** Which fields of a changed limit servicing relies on. */
@ExtendWith(PactConsumerTestExt.class)
class LimitChangedPactTest {

  private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final String BORROWER = "0b6f1b1e-0000-7000-8000-0000000000a1";

  @Pact(consumer = "servicing", provider = "risk")
  V4Pact limitChanged(PactBuilder builder) {
    return builder
        .usingLegacyMessageDsl()
        .expectsToReceive(RiskLimits.CHANGED)
        .withContent(
            LambdaDsl.newJsonBody(
                    body -> {
                      body.stringMatcher("borrowerId", UUID_PATTERN, BORROWER);
                      body.object(
                          "limit",
                          money -> {
                            money.stringMatcher("amount", "\\d+\\.\\d{2}", "5000.00");
                            money.stringMatcher("currency", "CNY", "CNY");
                          });
                      body.stringType("reason", "CONTACT_LOST");
                    })
                .build())
        .toPact(V4Pact.class);
  }

  @Test
  @PactTestFor(
      pactMethod = "limitChanged",
      providerType = ProviderType.ASYNCH,
      pactVersion = PactSpecVersion.V4)
  void aChangedLimitIsRead(List<AsynchronousMessage> messages) throws JsonProcessingException {
    LimitChanged changed =
        Json.tolerant().readValue(messages.get(0).contentsAsString(), LimitChanged.class);

    assertThat(changed.limit()).isEqualTo(Money.of("5000.00", "CNY"));
    assertThat(changed.borrowerId()).hasToString(BORROWER);
  }
}
