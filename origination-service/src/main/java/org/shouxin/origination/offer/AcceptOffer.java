package org.shouxin.origination.offer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.origination.application.AcceptedApplication;
import org.shouxin.origination.application.AdvanceApplication;
import org.shouxin.origination.contactpoint.KeepContacts;
import org.shouxin.origination.offer.model.Offer;
import org.shouxin.origination.person.PhoneNumber;
import org.shouxin.origination.policy.Parameter;
import org.shouxin.origination.stepup.SentCode;
import org.shouxin.origination.stepup.StepUp;

/** The applicant accepts the offer; a code for signing goes to the phone. */
@ApplicationScoped
public class AcceptOffer {

  /** What the code is for; also the key of its text. */
  public static final String CODE_PURPOSE = "SIGN_CONTRACT";

  private final Offers offers;
  private final ReadOffer readOffer;
  private final AdvanceApplication applications;
  private final KeepContacts contacts;
  private final StepUp stepUp;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  AcceptOffer(
      Offers offers,
      ReadOffer readOffer,
      AdvanceApplication applications,
      KeepContacts contacts,
      StepUp stepUp,
      UnitOfWork unitOfWork,
      Clock clock) {
    this.offers = offers;
    this.readOffer = readOffer;
    this.applications = applications;
    this.contacts = contacts;
    this.stepUp = stepUp;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /**
   * What the applicant says.
   *
   * @param readSeconds how long the device had the table open; null when it does not tell
   */
  public record Acceptance(
      UUID applicationId, String subject, String disclosureHash, Integer readSeconds) {}

  /** An acceptance whose code is on its way. */
  public record CodeOnItsWay(Acceptance acceptance, PhoneNumber phone, SentCode code) {}

  /** What the applicant is told. */
  public record Accepted(String state, String codeSentTo, Instant codeExpiresAt) {}

  /** Checks everything and sends the code; outside any transaction. */
  public Uni<CodeOnItsWay> prepare(Acceptance acceptance, Locale locale) {
    UUID id = acceptance.applicationId();
    return unitOfWork
        .reading(
            () ->
                applications
                    .acceptable(id, acceptance.subject())
                    .call(application -> offer(id).invoke(offer -> check(offer, acceptance)))
                    .chain(application -> contacts.usablePhone(application.borrowerId())))
        .chain(phone -> sendCode(acceptance, phone, locale));
  }

  /** Accepts, in a transaction. */
  public Uni<Accepted> complete(CodeOnItsWay sent) {
    Acceptance acceptance = sent.acceptance();
    UUID id = acceptance.applicationId();
    return applications
        .accept(id, acceptance.subject())
        .call(
            () ->
                offer(id)
                    .invoke(
                        offer -> {
                          check(offer, acceptance);
                          offer.accepted(acceptance.readSeconds(), clock.instant());
                        }))
        .call(() -> stepUp.keep(sent.code()))
        .map(application -> answer(application, sent));
  }

  /** Sends another code to somebody who has accepted; outside any transaction. */
  public Uni<CodeOnItsWay> prepareAnotherCode(UUID id, String subject, Locale locale) {
    Acceptance again = new Acceptance(id, subject, null, null);
    return unitOfWork
        .reading(
            () ->
                applications
                    .signable(id, subject)
                    .chain(application -> contacts.usablePhone(application.borrowerId())))
        .chain(phone -> sendCode(again, phone, locale));
  }

  /** Keeps the other code, in a transaction. */
  public Uni<Accepted> keepAnotherCode(CodeOnItsWay sent) {
    Acceptance again = sent.acceptance();
    return applications
        .signable(again.applicationId(), again.subject())
        .call(() -> stepUp.keep(sent.code()))
        .map(application -> answer(application, sent));
  }

  private Uni<CodeOnItsWay> sendCode(Acceptance acceptance, PhoneNumber phone, Locale locale) {
    return stepUp
        .send(CODE_PURPOSE, acceptance.applicationId(), phone, locale)
        .map(code -> new CodeOnItsWay(acceptance, phone, code));
  }

  private Uni<Offer> offer(UUID applicationId) {
    return offers
        .ofApplication(applicationId)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("offer", applicationId));
  }

  private void check(Offer offer, Acceptance acceptance) {
    Parameter reading = readOffer.readingTime();
    offer.requireRead(
        acceptance.disclosureHash(),
        acceptance.readSeconds(),
        reading.rule(),
        Duration.ofSeconds(reading.value().longValueExact()),
        clock.instant());
  }

  private static Accepted answer(AcceptedApplication application, CodeOnItsWay sent) {
    return new Accepted(application.state(), sent.phone().masked(), sent.code().expiresAt());
  }
}
