package org.shouxin.origination.borrower;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.origination.borrower.model.Borrower;
import org.shouxin.origination.borrower.model.BorrowerState;
import org.shouxin.origination.borrower.model.PaymentAgreement;
import org.shouxin.origination.borrower.model.SealedPerson;
import org.shouxin.origination.consent.GiveConsent;
import org.shouxin.origination.consent.Purpose;
import org.shouxin.origination.contactpoint.KeepContacts;
import org.shouxin.origination.contactpoint.NewContacts;
import org.shouxin.origination.identity.IdentityChecks;
import org.shouxin.origination.identity.Verdict;
import org.shouxin.origination.identity.Verification;
import org.shouxin.origination.identity.VerifyIdentity;
import org.shouxin.origination.person.CardNumber;
import org.shouxin.origination.policy.Policy;
import org.shouxin.origination.vault.Vault;

/**
 * Opens an account: checks the values, asks the parties, then writes everything in one transaction.
 * The account is opened whatever the parties say; what they say decides what it may do.
 */
@ApplicationScoped
public class RegisterBorrower {

  /** The subject has an account. */
  public static final String RULE_REGISTERED = "BORROWER_ALREADY_REGISTERED";

  /** A consent without which nothing may be asked. */
  public static final String RULE_CONSENT = "CONSENT_REQUIRED";

  /** Default zone of a borrower. */
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  static final String NAME = "borrower.name";
  static final String ID_NUMBER = "borrower.id_number";
  static final String ADDRESS = "borrower.address";

  private final Borrowers borrowers;
  private final VerifyIdentity verifyIdentity;
  private final IdentityChecks checks;
  private final KeepContacts contacts;
  private final GiveConsent consents;
  private final ViewBorrower view;
  private final Policy policy;
  private final Vault vault;
  private final UnitOfWork unitOfWork;
  private final Ids ids;
  private final Clock clock;

  RegisterBorrower(
      Borrowers borrowers,
      VerifyIdentity verifyIdentity,
      IdentityChecks checks,
      KeepContacts contacts,
      GiveConsent consents,
      ViewBorrower view,
      Policy policy,
      Vault vault,
      UnitOfWork unitOfWork,
      Ids ids,
      Clock clock) {
    this.borrowers = borrowers;
    this.verifyIdentity = verifyIdentity;
    this.checks = checks;
    this.contacts = contacts;
    this.consents = consents;
    this.view = view;
    this.policy = policy;
    this.vault = vault;
    this.unitOfWork = unitOfWork;
    this.ids = ids;
    this.clock = clock;
  }

  /** A registration that the parties have answered. */
  public record Answered(String subject, Registration registration, Verification verification) {}

  /** Checks the rules that need nobody, then asks the parties; outside any transaction. */
  public Uni<Answered> prepare(String subject, Registration registration) {
    return Uni.createFrom()
        .deferred(
            () -> {
              AgeRule.check(
                  registration.idNumber(), LocalDate.ofInstant(clock.instant(), ZONE), policy);
              requireConsent(registration);
              return unitOfWork.inTransaction(() -> requireFree(subject, registration));
            })
        .chain(() -> verifyIdentity.verify(registration.claim()))
        .map(verification -> new Answered(subject, registration, verification));
  }

  /** Opens the account, in a transaction. */
  public Uni<BorrowerDetails> complete(Answered answered) {
    Registration registration = answered.registration();
    Borrower borrower = open(answered);
    return requireFree(answered.subject(), registration)
        .chain(() -> borrowers.add(borrower))
        .chain(() -> checks.record(borrower.id(), answered.verification().results()))
        .chain(() -> consents.atRegistration(borrower.id(), registration.consents()))
        .chain(
            () ->
                contacts.register(
                    new NewContacts(
                        borrower.id(),
                        borrower.person().personTag(),
                        registration.phone(),
                        answered.verification(),
                        registration.email(),
                        registration.deviceToken())))
        .chain(() -> unitOfWork.session().chain(session -> session.flush()))
        .chain(() -> view.details(borrower));
  }

  private Uni<Void> requireFree(String subject, Registration registration) {
    return borrowers
        .lock(subject)
        .chain(() -> borrowers.bySubject(subject))
        .invoke(
            known -> {
              if (known != null) {
                throw RuleViolation.conflict(RULE_REGISTERED, "the account exists already");
              }
            })
        .chain(
            () -> contacts.requireFree(registration.phone(), vault.tag(registration.idNumber())));
  }

  private Borrower open(Answered answered) {
    UUID id = ids.next();
    Registration registration = answered.registration();
    SealedPerson person =
        new SealedPerson(
            vault.seal(id, NAME, registration.name().value()),
            vault.seal(id, ID_NUMBER, registration.idNumber().value()),
            vault.seal(id, ADDRESS, registration.address()),
            vault.tag(registration.idNumber()));
    return new Borrower(
        id,
        answered.subject(),
        person,
        state(answered.verification().verdict()),
        agreement(answered.verification(), registration.card()),
        registration.preferences(),
        ZONE.getId(),
        clock.instant());
  }

  PaymentAgreement agreement(Verification verification, CardNumber card) {
    var agreed = verification.agreement();
    return agreed == null
        ? null
        : new PaymentAgreement(
            agreed.agreement(), vault.tag(card), agreed.last4(), agreed.bankName());
  }

  static BorrowerState state(Verdict verdict) {
    return switch (verdict) {
      case VERIFIED -> BorrowerState.VERIFIED;
      case NEEDS_REVIEW -> BorrowerState.NEEDS_REVIEW;
      case REJECTED -> BorrowerState.REJECTED;
    };
  }

  private static void requireConsent(Registration registration) {
    if (!registration.consents(Purpose.IDENTITY_CHECK)) {
      throw RuleViolation.refused(RULE_CONSENT, "without this consent nobody may be asked")
          .field("/consents")
          .with("purpose", Purpose.IDENTITY_CHECK.name());
    }
  }
}
