package org.shouxin.origination.component;

import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.shouxin.chassis.inbox.IncomingEvent;
import org.shouxin.chassis.json.Json;

/** A message of a pact as the inbox would hand it on. */
public final class PactEvents {

  private PactEvents() {}

  /**
   * The event; its type is the message's description.
   *
   * @param ids fields whose example is replaced by the id of something that exists
   */
  public static IncomingEvent event(AsynchronousMessage message, Map<String, String> ids)
      throws JsonProcessingException {
    ObjectNode payload = (ObjectNode) Json.tolerant().readTree(message.contentsAsString());
    ids.forEach(payload::put);
    return new IncomingEvent(
        UUID.randomUUID(),
        "topic",
        "key",
        message.getDescription(),
        1,
        0,
        Instant.parse("2026-03-02T01:00:00Z"),
        payload);
  }
}
