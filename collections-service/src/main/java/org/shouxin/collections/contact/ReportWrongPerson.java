package org.shouxin.collections.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.chassis.security.Caller;
import org.shouxin.collections.collectioncase.CaseFile;
import org.shouxin.collections.collectioncase.FindCase;
import org.shouxin.collections.contact.model.Contact;
import org.shouxin.collections.contact.model.RuleIds;
import org.shouxin.collections.reachability.FollowReachability;

/**
 * A collector says that somebody else answered the call. That alone closes nothing, because a
 * debtor may say so too: it has the carrier asked whose number it is.
 */
@ApplicationScoped
public class ReportWrongPerson {
  private final Contacts contacts;
  private final FindCase findCase;
  private final FollowReachability reachability;
  private final LogContact log;
  private final Caller caller;

  public ReportWrongPerson(
      Contacts contacts,
      FindCase findCase,
      FollowReachability reachability,
      LogContact log,
      Caller caller) {
    this.contacts = contacts;
    this.findCase = findCase;
    this.reachability = reachability;
    this.log = log;
    this.caller = caller;
  }

  /** Takes the report on an answered call; in its caller's transaction. */
  public <T> Uni<T> report(UUID caseId, UUID contactId, Function<Contact, T> view) {
    String by = caller.subject();
    return findCase
        .seenBy(caller, caseId)
        .chain(file -> contacts.lock(contactId).map(found -> answered(file, contactId, found)))
        .call(contact -> log.wrongPerson(contact, by))
        .call(contact -> reachability.wrongPerson(contact.borrowerId(), contact.businessDate()))
        .map(view);
  }

  private static Contact answered(CaseFile file, UUID contactId, Optional<Contact> found) {
    Contact contact =
        found
            .filter(each -> each.caseId().equals(file.id()))
            .orElseThrow(() -> new NotFound("contact", contactId));
    if (!contact.isAnsweredCall()) {
      throw RuleViolation.conflict(
          RuleIds.NOT_AN_ANSWERED_CALL, "Nobody answered this contact, so no stranger did.");
    }
    return contact;
  }
}
