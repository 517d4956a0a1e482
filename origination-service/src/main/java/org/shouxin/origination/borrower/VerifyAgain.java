package org.shouxin.origination.borrower;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.origination.borrower.model.Borrower;
import org.shouxin.origination.consent.GiveConsent;
import org.shouxin.origination.consent.Purpose;
import org.shouxin.origination.contactpoint.KeepContacts;
import org.shouxin.origination.identity.Claim;
import org.shouxin.origination.identity.IdentityChecks;
import org.shouxin.origination.identity.Verification;
import org.shouxin.origination.identity.VerifyIdentity;
import org.shouxin.origination.person.CardNumber;
import org.shouxin.origination.policy.Parameter;
import org.shouxin.origination.policy.Policy;

/** Asks the parties again, for a borrower whom they denied or could not answer about. */
@ApplicationScoped
public class VerifyAgain {

  private final Borrowers borrowers;
  private final VerifyIdentity verifyIdentity;
  private final IdentityChecks checks;
  private final KeepContacts contacts;
  private final GiveConsent consents;
  private final RegisterBorrower register;
  private final ViewBorrower view;
  private final Policy policy;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  VerifyAgain(
      Borrowers borrowers,
      VerifyIdentity verifyIdentity,
      IdentityChecks checks,
      KeepContacts contacts,
      GiveConsent consents,
      RegisterBorrower register,
      ViewBorrower view,
      Policy policy,
      UnitOfWork unitOfWork,
      Clock clock) {
    this.borrowers = borrowers;
    this.verifyIdentity = verifyIdentity;
    this.checks = checks;
    this.contacts = contacts;
    this.consents = consents;
    this.register = register;
    this.view = view;
    this.policy = policy;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /** A second round that the parties have answered. */
  public record Answered(String subject, CardNumber card, Verification verification) {}

  /** Asks the parties; outside any transaction. */
  public Uni<Answered> prepare(String subject, CardNumber card) {
    return unitOfWork
        .reading(() -> verifiable(subject).chain(borrower -> claim(borrower, card)))
        .chain(verifyIdentity::verify)
        .map(verification -> new Answered(subject, card, verification));
  }

  /** Writes what they said, in a transaction. */
  public Uni<BorrowerDetails> complete(Answered answered) {
    Verification verification = answered.verification();
    return verifiable(answered.subject())
        .chain(
            borrower -> {
              borrower.verifiedAgain(
                  RegisterBorrower.state(verification.verdict()),
                  register.agreement(verification, answered.card()));
              return checks
                  .record(borrower.id(), verification.results())
                  .chain(() -> contacts.phoneVerified(borrower.id(), verification))
                  .chain(() -> unitOfWork.session().chain(session -> session.flush()))
                  .chain(() -> view.details(borrower));
            });
  }

  private Uni<Borrower> verifiable(String subject) {
    Parameter attempts =
        policy.on(
            LocalDate.ofInstant(clock.instant(), RegisterBorrower.ZONE),
            Parameter.Name.VERIFICATION_ATTEMPTS_MAX);
    return borrowers
        .bySubject(subject)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("borrower", "me"))
        .invoke(b -> b.requireVerifiable(attempts.rule(), attempts.value().intValueExact()));
  }

  private Uni<Claim> claim(Borrower borrower, CardNumber card) {
    return consents
        .allowing(borrower.id(), Purpose.IDENTITY_CHECK)
        .invoke(
            consent ->
                consent.orElseThrow(
                    () ->
                        RuleViolation.refused(
                                RegisterBorrower.RULE_CONSENT,
                                "without this consent nobody may be asked")
                            .with("purpose", Purpose.IDENTITY_CHECK.name())))
        .chain(() -> consents.allowing(borrower.id(), Purpose.AUTO_DEBIT))
        .chain(
            debit ->
                contacts
                    .phoneFacts(borrower.id())
                    .map(
                        phone ->
                            new Claim(
                                view.name(borrower),
                                view.idNumber(borrower),
                                phone.phone(),
                                debit.isPresent() ? card : null)));
  }
}
