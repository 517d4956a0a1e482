package org.shouxin.servicing.webhook;

import io.smallrye.mutiny.Uni;

/** Which webhooks have had their effect. */
public interface WebhookReceipts {

  /** Remembers the webhook in the current transaction; false when it was remembered before. */
  Uni<Boolean> first(String source, String webhookId);
}
