package org.shouxin.origination.borrower;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.origination.borrower.model.Borrower;
import org.shouxin.origination.consent.GiveConsent;
import org.shouxin.origination.contactpoint.KeepContacts;
import org.shouxin.origination.identity.IdentityChecks;
import org.shouxin.origination.person.IdNumber;
import org.shouxin.origination.person.PersonName;
import org.shouxin.origination.vault.Vault;

/** Shows borrowers, masked. */
@ApplicationScoped
public class ViewBorrower {

  private final Borrowers borrowers;
  private final KeepContacts contacts;
  private final IdentityChecks checks;
  private final GiveConsent consents;
  private final Vault vault;
  private final UnitOfWork unitOfWork;

  ViewBorrower(
      Borrowers borrowers,
      KeepContacts contacts,
      IdentityChecks checks,
      GiveConsent consents,
      Vault vault,
      UnitOfWork unitOfWork) {
    this.borrowers = borrowers;
    this.contacts = contacts;
    this.checks = checks;
    this.consents = consents;
    this.vault = vault;
    this.unitOfWork = unitOfWork;
  }

  /** The caller's own account. */
  public Uni<BorrowerDetails> own(String subject) {
    return unitOfWork.reading(
        () ->
            borrowers
                .bySubject(subject)
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("borrower", "me"))
                .chain(this::details));
  }

  /** Any account, for staff. */
  public Uni<BorrowerDetails> any(UUID id) {
    return unitOfWork.reading(
        () ->
            borrowers
                .byId(id)
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("borrower", id))
                .chain(this::details));
  }

  Uni<BorrowerDetails> details(Borrower borrower) {
    return contacts
        .summaries(borrower.id())
        .chain(
            points ->
                checks
                    .latest(borrower.id())
                    .chain(
                        results ->
                            consents
                                .standing(borrower.id())
                                .map(
                                    given ->
                                        new BorrowerDetails(
                                            borrower.id(),
                                            borrower.state(),
                                            name(borrower).masked(),
                                            idNumber(borrower).masked(),
                                            points,
                                            borrower.agreement(),
                                            borrower.preferences(),
                                            results,
                                            given,
                                            borrower.contactLostOn(),
                                            borrower.version()))));
  }

  PersonName name(Borrower borrower) {
    return new PersonName(
        vault.open(borrower.id(), RegisterBorrower.NAME, borrower.person().name()));
  }

  IdNumber idNumber(Borrower borrower) {
    return new IdNumber(
        vault.open(borrower.id(), RegisterBorrower.ID_NUMBER, borrower.person().idNumber()));
  }
}
