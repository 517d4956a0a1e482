package org.shouxin.collections.contact;

import io.smallrye.mutiny.Uni;
import java.time.LocalDateTime;
import java.util.UUID;
import org.shouxin.collections.contact.model.Channel;

/**
 * The contacts that were not made, each with the rule that forbade it. In the caller's transaction.
 */
public interface Refusals {
  /** One refusal. */
  record Refused(
      UUID caseId,
      Channel channel,
      String rule,
      String detail,
      LocalDateTime plannedAt,
      String actor) {}

  Uni<Void> keep(Refused refused);
}
