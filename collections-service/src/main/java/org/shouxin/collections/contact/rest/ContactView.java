package org.shouxin.collections.contact.rest;

import java.time.LocalDateTime;
import java.util.UUID;
import org.shouxin.collections.contact.model.Channel;
import org.shouxin.collections.contact.model.Contact;
import org.shouxin.collections.contact.model.ContactState;
import org.shouxin.collections.contact.model.Person;

/** A contact without its address, which nobody here knows. */
public record ContactView(
    UUID id,
    UUID caseId,
    Channel channel,
    Person person,
    String script,
    LocalDateTime plannedAt,
    ContactState state,
    String providerCode,
    String actor) {

  static ContactView of(Contact contact) {
    return new ContactView(
        contact.id(),
        contact.caseId(),
        contact.channel(),
        contact.person(),
        contact.scriptCode(),
        contact.plannedAt(),
        contact.state(),
        contact.providerCode(),
        contact.actor());
  }
}
