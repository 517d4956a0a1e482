package org.shouxin.origination.borrower;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.origination.borrower.model.AddressChange;
import org.shouxin.origination.borrower.model.Borrower;
import org.shouxin.origination.contactpoint.KeepContacts;
import org.shouxin.origination.person.PhoneNumber;
import org.shouxin.origination.stepup.SentCode;
import org.shouxin.origination.stepup.StepUp;
import org.shouxin.origination.vault.Vault;

/**
 * Another postal address for a borrower, confirmed by a code that goes to the phone in use. The
 * service address agreed in a signed contract stays what was signed (CN-LIT-03).
 */
@ApplicationScoped
public class ChangeAddress {

  private static final String PURPOSE = "CHANGE_ADDRESS";
  private static final String COLUMN = "address_change.address";

  private final Borrowers borrowers;
  private final KeepContacts contacts;
  private final StepUp stepUp;
  private final Vault vault;
  private final UnitOfWork unitOfWork;
  private final Ids ids;
  private final Clock clock;

  ChangeAddress(
      Borrowers borrowers,
      KeepContacts contacts,
      StepUp stepUp,
      Vault vault,
      UnitOfWork unitOfWork,
      Ids ids,
      Clock clock) {
    this.borrowers = borrowers;
    this.contacts = contacts;
    this.stepUp = stepUp;
    this.vault = vault;
    this.unitOfWork = unitOfWork;
    this.ids = ids;
    this.clock = clock;
  }

  /** A wish that a code is on its way for. */
  public record Asked(UUID id, UUID borrowerId, String sealed, PhoneNumber phone, SentCode code) {}

  /** What the person is told. */
  public record Answer(UUID id, String codeSentTo, Instant codeExpiresAt) {}

  /** Sends the code; outside any transaction. */
  public Uni<Asked> prepare(String subject, String address, Locale locale) {
    UUID id = ids.next();
    String sealed = vault.seal(id, COLUMN, address);
    return unitOfWork
        .reading(
            () ->
                borrower(subject)
                    .chain(
                        borrower ->
                            contacts
                                .usablePhone(borrower.id())
                                .map(phone -> new Addressee(borrower.id(), phone))))
        .chain(
            to ->
                stepUp
                    .send(PURPOSE, id, to.phone(), locale)
                    .map(code -> new Asked(id, to.borrowerId(), sealed, to.phone(), code)));
  }

  /** Keeps the wish, in a transaction. */
  public Uni<Answer> keep(Asked asked) {
    return borrowers
        .add(new AddressChange(asked.id(), asked.borrowerId(), asked.sealed(), clock.instant()))
        .chain(() -> stepUp.keep(asked.code()))
        .replaceWith(
            () -> new Answer(asked.id(), asked.phone().masked(), asked.code().expiresAt()));
  }

  /** Judges the code; in transactions of its own, before {@link #confirm}. */
  public Uni<UUID> prove(String subject, UUID changeId, String code) {
    return unitOfWork
        .reading(() -> owned(subject, changeId).replaceWith(changeId))
        .call(() -> stepUp.prove(PURPOSE, changeId, code));
  }

  /** Puts the new address in the old one's place, in a transaction. */
  public Uni<Void> confirm(String subject, UUID changeId) {
    return owned(subject, changeId)
        .invoke(
            found -> {
              String sealed = found.change().confirmed(clock.instant());
              UUID id = found.borrower().id();
              String address = vault.open(changeId, COLUMN, sealed);
              found.borrower().movedTo(vault.seal(id, RegisterBorrower.ADDRESS, address));
            })
        .replaceWithVoid();
  }

  private Uni<Owned> owned(String subject, UUID changeId) {
    return borrower(subject)
        .chain(
            borrower ->
                borrowers
                    .addressChange(changeId)
                    .map(
                        change -> {
                          if (change == null || !change.borrowerId().equals(borrower.id())) {
                            throw new NotFound("address change", changeId);
                          }
                          return new Owned(borrower, change);
                        }));
  }

  private Uni<Borrower> borrower(String subject) {
    return borrowers
        .bySubject(subject)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("borrower", "me"));
  }

  private record Addressee(UUID borrowerId, PhoneNumber phone) {}

  private record Owned(Borrower borrower, AddressChange change) {}
}
