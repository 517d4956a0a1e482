package org.shouxin.origination.stepup;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.shouxin.origination.person.PhoneNumber;

/** The gateway that sends text messages. A failure means the message may not have been sent. */
public interface TextMessages {

  /** Sends a text; the same request id sends it once. */
  Uni<Void> send(UUID requestId, PhoneNumber phone, String template, String text);
}
