package org.shouxin.collections.contact;

import io.smallrye.mutiny.Uni;
import org.shouxin.collections.contact.model.SendResult;

/** The outside parties that carry messages and calls; a remote call, the same for a request id. */
public interface Senders {
  Uni<SendResult> send(Message message);
}
