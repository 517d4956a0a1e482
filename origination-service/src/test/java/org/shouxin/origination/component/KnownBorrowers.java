package org.shouxin.origination.component;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.origination.borrower.Borrowers;
import org.shouxin.origination.borrower.model.Borrower;
import org.shouxin.origination.borrower.model.BorrowerState;
import org.shouxin.origination.borrower.model.ContactHours;
import org.shouxin.origination.borrower.model.Preferences;
import org.shouxin.origination.borrower.model.SealedPerson;
import org.shouxin.origination.consent.ConsentWish;
import org.shouxin.origination.consent.Consents;
import org.shouxin.origination.consent.Purpose;
import org.shouxin.origination.contactpoint.ContactPoints;
import org.shouxin.origination.contactpoint.model.Channel;
import org.shouxin.origination.contactpoint.model.ContactPoint;
import org.shouxin.origination.contactpoint.model.NumberFinding;
import org.shouxin.origination.person.CheckOutcome;
import org.shouxin.origination.person.EmailAddress;
import org.shouxin.origination.person.IdNumber;
import org.shouxin.origination.person.PhoneNumber;
import org.shouxin.origination.vault.Vault;

/** Borrowers under an id that a contract names; the service itself gives ids of its own. */
@ApplicationScoped
class KnownBorrowers {

  private static final String ADDRESS = "contact_point.address";

  private final Borrowers borrowers;
  private final ContactPoints points;
  private final Consents consents;
  private final Vault vault;
  private final UnitOfWork work;
  private final Clock clock;

  KnownBorrowers(
      Borrowers borrowers,
      ContactPoints points,
      Consents consents,
      Vault vault,
      UnitOfWork work,
      Clock clock) {
    this.borrowers = borrowers;
    this.points = points;
    this.consents = consents;
    this.vault = vault;
    this.work = work;
    this.clock = clock;
  }

  Uni<Void> enter(UUID id, TestPerson person, boolean recycled) {
    IdNumber idNumber = IdNumber.of(person.idNumber());
    SealedPerson sealed =
        new SealedPerson(
            vault.seal(id, "borrower.name", person.name()),
            vault.seal(id, "borrower.id_number", person.idNumber()),
            vault.seal(id, "borrower.address", "测试市"),
            vault.tag(idNumber));
    Borrower borrower =
        new Borrower(
            id,
            "subject-of-" + id,
            sealed,
            BorrowerState.VERIFIED,
            null,
            new Preferences(
                Preferences.Channel.SMS,
                "zh-CN",
                new ContactHours(LocalTime.of(9, 0), LocalTime.of(21, 0), false)),
            "Asia/Shanghai",
            clock.instant());
    return work.inTransaction(
        () ->
            borrowers
                .add(borrower)
                .chain(
                    () ->
                        consents.record(
                            id, new ConsentWish(Purpose.CONTACT, true, "2026-01"), clock.instant()))
                .chain(() -> points.add(phone(borrower, person, recycled)))
                .chain(
                    () ->
                        points.add(
                            point(
                                borrower,
                                Channel.Kind.EMAIL,
                                "someone@example.org",
                                vault.tag(EmailAddress.of("someone@example.org")))))
                .chain(
                    () ->
                        points.add(point(borrower, Channel.Kind.DEVICE, "device", "device-tag"))));
  }

  private ContactPoint phone(Borrower borrower, TestPerson person, boolean recycled) {
    PhoneNumber number = PhoneNumber.of(person.phone());
    Instant now = clock.instant();
    ContactPoint phone = point(borrower, Channel.Kind.PHONE, number.value(), vault.tag(number));
    phone.proven(24, now);
    if (recycled) {
      phone.checked(
          new NumberFinding("RECYCLED", null, null, CheckOutcome.NOT_EVALUATED),
          now,
          ZoneId.of("Asia/Shanghai"));
    }
    return phone;
  }

  private ContactPoint point(Borrower borrower, Channel.Kind kind, String address, String tag) {
    UUID id = UUID.randomUUID();
    return new ContactPoint(
        id,
        borrower.id(),
        borrower.person().personTag(),
        kind,
        vault.seal(id, ADDRESS, address),
        tag);
  }
}
