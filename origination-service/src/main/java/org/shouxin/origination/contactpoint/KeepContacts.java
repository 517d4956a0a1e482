package org.shouxin.origination.contactpoint;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.origination.contactpoint.model.Channel.Kind;
import org.shouxin.origination.contactpoint.model.ContactPoint;
import org.shouxin.origination.identity.Verification;
import org.shouxin.origination.person.EmailAddress;
import org.shouxin.origination.person.PhoneNumber;
import org.shouxin.origination.vault.Vault;

/** Keeps where a borrower can be reached, for the other features. */
@ApplicationScoped
public class KeepContacts {

  /** The number is proven to be somebody else's. */
  public static final String RULE_HELD_BY_ANOTHER = "PHONE_HELD_BY_ANOTHER";

  static final String COLUMN = "contact_point.address";
  private static final String MASKED_DEVICE = "****";

  private final ContactPoints points;
  private final ContactEvents events;
  private final Vault vault;
  private final Ids ids;
  private final Clock clock;

  KeepContacts(ContactPoints points, ContactEvents events, Vault vault, Ids ids, Clock clock) {
    this.points = points;
    this.events = events;
    this.vault = vault;
    this.ids = ids;
    this.clock = clock;
  }

  /** Throws when the number is proven to be another person's; the number is held until commit. */
  public Uni<Void> requireFree(PhoneNumber phone, String personTag) {
    String tag = vault.tag(phone);
    return points
        .lock(tag)
        .chain(() -> points.isHeldByAnother(tag, personTag))
        .invoke(
            held -> {
              if (held) {
                throw RuleViolation.refused(
                        RULE_HELD_BY_ANOTHER, "the number belongs to another customer")
                    .field("/phone");
              }
            })
        .replaceWithVoid();
  }

  /** The contact points of a new borrower; nobody else knows the borrower yet, so no event. */
  public Uni<Void> register(NewContacts wanted) {
    ContactPoint phone =
        point(wanted, Kind.PHONE, wanted.phone().value(), vault.tag(wanted.phone()));
    proveIfMatched(phone, wanted.verification());
    ContactPoint email =
        point(wanted, Kind.EMAIL, wanted.email().value(), vault.tag(wanted.email()));
    Uni<Void> kept = points.add(phone).chain(() -> points.add(email));
    if (wanted.deviceToken() == null) {
      return kept;
    }
    String token = wanted.deviceToken();
    return kept.chain(() -> points.add(point(wanted, Kind.DEVICE, token, vault.deviceTag(token))));
  }

  /** A later proof of the registered phone. */
  public Uni<Void> phoneVerified(UUID borrowerId, Verification verification) {
    if (!verification.phoneProven()) {
      return Uni.createFrom().voidItem();
    }
    return phone(borrowerId)
        .chain(
            point ->
                events.publish(
                    point.proven(verification.number().monthsInNetwork(), clock.instant())));
  }

  /** The phone in use, for a message to the person; throws while it must not be used. */
  public Uni<PhoneNumber> usablePhone(UUID borrowerId) {
    return phone(borrowerId).invoke(ContactPoint::requireUsable).map(this::number);
  }

  /** The phone in use, in whatever state. */
  public Uni<PhoneFacts> phoneFacts(UUID borrowerId) {
    return phone(borrowerId)
        .chain(
            phone ->
                points
                    .current(borrowerId, Kind.DEVICE)
                    .map(
                        device ->
                            new PhoneFacts(
                                number(phone),
                                phone.tag(),
                                phone.status().name(),
                                phone.monthsInNetwork(),
                                device == null ? null : device.tag())));
  }

  /** All points in use, masked. */
  public Uni<List<ContactSummary>> summaries(UUID borrowerId) {
    return points.current(borrowerId).map(all -> all.stream().map(this::summary).toList());
  }

  /** Takes every address of a borrower out. */
  public Uni<Void> erase(UUID borrowerId) {
    return points.erase(borrowerId, clock.instant());
  }

  private Uni<ContactPoint> phone(UUID borrowerId) {
    return points
        .current(borrowerId, Kind.PHONE)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("contact point", borrowerId));
  }

  private void proveIfMatched(ContactPoint phone, Verification verification) {
    if (verification.phoneProven()) {
      phone.proven(verification.number().monthsInNetwork(), clock.instant());
    }
  }

  private ContactPoint point(NewContacts wanted, Kind kind, String address, String tag) {
    UUID id = ids.next();
    return new ContactPoint(
        id, wanted.borrowerId(), wanted.personTag(), kind, vault.seal(id, COLUMN, address), tag);
  }

  private PhoneNumber number(ContactPoint phone) {
    return new PhoneNumber(vault.open(phone.id(), COLUMN, phone.sealed()));
  }

  private ContactSummary summary(ContactPoint point) {
    String address = vault.open(point.id(), COLUMN, point.sealed());
    String masked =
        switch (point.kind()) {
          case PHONE -> new PhoneNumber(address).masked();
          case EMAIL -> new EmailAddress(address).masked();
          case DEVICE -> MASKED_DEVICE;
        };
    return new ContactSummary(
        point.kind().name(), masked, point.status().name(), point.checkedAt());
  }
}
