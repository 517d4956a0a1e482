package org.shouxin.servicing.webhook;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Set;

/** Which webhooks have had their effect. */
public interface WebhookReceipts {

  /** Remembers the webhook in the current transaction; false when it was remembered before. */
  Uni<Boolean> first(String source, String webhookId);

  /** The same for many; gives those that were not remembered before. */
  Uni<Set<String>> first(String source, Collection<String> webhookIds);
}
