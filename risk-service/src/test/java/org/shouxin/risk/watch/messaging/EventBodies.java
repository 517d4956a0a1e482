package org.shouxin.risk.watch.messaging;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDsl;
import au.com.dius.pact.consumer.dsl.LambdaDslJsonBody;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.core.model.V4Interaction;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.shouxin.chassis.inbox.IncomingEvent;
import org.shouxin.chassis.json.Json;

/** What risk needs of the events it listens to, in the words of the contract. */
final class EventBodies {

  static final UUID LOAN = UUID.fromString("018f0000-0000-7000-8000-000000000001");
  static final UUID BORROWER = UUID.fromString("018f0000-0000-7000-8000-000000000002");
  static final UUID OTHER = UUID.fromString("018f0000-0000-7000-8000-000000000003");

  private EventBodies() {}

  static PactBuilder expect(PactBuilder pact, String type, Consumer<LambdaDslJsonBody> body) {
    DslPart content = LambdaDsl.newJsonBody(body).build();
    return pact.expectsToReceiveMessageInteraction(
        type, message -> message.withContents(contents -> contents.withContent(content)));
  }

  static void money(LambdaDslObject body, String name, String example) {
    body.object(
        name,
        money -> {
          money.stringMatcher("amount", "\\d+\\.\\d{2}", example);
          money.stringValue("currency", "CNY");
        });
  }

  static void date(LambdaDslObject body, String name) {
    body.stringMatcher(name, "\\d{4}-\\d{2}-\\d{2}", "2026-06-01");
  }

  /** The contract's example as the inbox would hand it on. */
  static IncomingEvent event(List<V4Interaction.AsynchronousMessage> messages, String type) {
    V4Interaction.AsynchronousMessage message =
        messages.stream()
            .filter(each -> each.getDescription().equals(type))
            .findFirst()
            .orElseThrow();
    try {
      return new IncomingEvent(
          OTHER,
          "topic",
          LOAN.toString(),
          type,
          1,
          0,
          Instant.EPOCH,
          Json.tolerant().readTree(message.contentsAsString()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
