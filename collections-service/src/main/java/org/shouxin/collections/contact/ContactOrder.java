package org.shouxin.collections.contact;

import java.time.LocalDateTime;
import java.util.UUID;
import org.shouxin.collections.contact.model.Channel;
import org.shouxin.collections.contact.model.Person;

/**
 * A contact somebody asks for.
 *
 * @param plannedAt local date and time in the institution's zone
 * @param language of the text; null means the debtor's own
 * @param actor a token's subject, or the planner
 */
public record ContactOrder(
    UUID caseId,
    Channel channel,
    Person person,
    LocalDateTime plannedAt,
    String script,
    String language,
    String actor) {
  private static final String PLANNER = "planner";

  /** An order of the planner; the channel is given by its name. */
  public static ContactOrder planned(
      UUID caseId, String channel, LocalDateTime plannedAt, String script) {
    return new ContactOrder(
        caseId, Channel.valueOf(channel), Person.DEBTOR, plannedAt, script, null, PLANNER);
  }
}
