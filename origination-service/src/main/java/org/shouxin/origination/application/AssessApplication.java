package org.shouxin.origination.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.shouxin.chassis.json.CanonicalJson;
import org.shouxin.chassis.json.Json;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.origination.application.AssessmentFacts.BureauFacts;
import org.shouxin.origination.application.OfferDesk.PreparedOffer;
import org.shouxin.origination.application.model.ApplicationState;
import org.shouxin.origination.application.model.Decision;
import org.shouxin.origination.application.model.LoanApplication;
import org.shouxin.origination.application.model.Outcome;
import org.shouxin.origination.application.model.Wish;
import org.shouxin.origination.borrower.Applicant;
import org.shouxin.origination.borrower.DescribeApplicant;
import org.shouxin.origination.consent.GiveConsent;
import org.shouxin.origination.consent.GivenConsent;
import org.shouxin.origination.consent.Purpose;
import org.shouxin.origination.contactpoint.KeepContacts;
import org.shouxin.origination.contactpoint.PhoneFacts;
import org.shouxin.origination.policy.Product;
import org.shouxin.origination.policy.Products;

/**
 * Has an application judged and, when judged well, offered. Three steps: the facts are gathered and
 * kept, so that asking twice asks the same; the risk service and servicing are asked outside any
 * transaction; the decision and the offer are written together. It may be run again from any point.
 */
@ApplicationScoped
public class AssessApplication {

  private static final Logger LOG = Logger.getLogger(AssessApplication.class);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Applications applications;
  private final ApplicationEvents events;
  private final DescribeApplicant applicants;
  private final KeepContacts contacts;
  private final GiveConsent consents;
  private final CreditReports bureau;
  private final RiskJudgements risk;
  private final OfferDesk offers;
  private final Products products;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  AssessApplication(
      Applications applications,
      ApplicationEvents events,
      DescribeApplicant applicants,
      KeepContacts contacts,
      GiveConsent consents,
      CreditReports bureau,
      RiskJudgements risk,
      OfferDesk offers,
      Products products,
      UnitOfWork unitOfWork,
      Clock clock) {
    this.applications = applications;
    this.events = events;
    this.applicants = applicants;
    this.contacts = contacts;
    this.consents = consents;
    this.bureau = bureau;
    this.risk = risk;
    this.offers = offers;
    this.products = products;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /**
   * A decision still to be written.
   *
   * @param decision empty when the application waits only for its offer, or for nothing
   * @param offer empty when there is none to make, or servicing could not be asked
   * @param refusedBy the rule by which the offer of an approved application was refused
   */
  public record Prepared(
      UUID applicationId,
      Optional<Decision> decision,
      Optional<PreparedOffer> offer,
      Optional<String> refusedBy) {

    static Prepared offering(UUID applicationId, Optional<PreparedOffer> offer) {
      return new Prepared(applicationId, Optional.empty(), offer, Optional.empty());
    }

    static Prepared deciding(UUID applicationId, Decision decision, Optional<PreparedOffer> offer) {
      return new Prepared(applicationId, Optional.of(decision), offer, Optional.empty());
    }

    static Prepared refusing(UUID applicationId, RuleViolation refusal) {
      return new Prepared(
          applicationId, Optional.empty(), Optional.empty(), Optional.of(refusal.rule()));
    }
  }

  /** Asks everybody; outside any transaction. */
  public Uni<Prepared> prepare(UUID applicationId, Locale language) {
    return unitOfWork
        .reading(() -> found(applications.byId(applicationId), applicationId))
        .chain(
            application -> {
              if (application.awaitsJudgement()) {
                return judged(application, language);
              }
              if (application.state() == ApplicationState.APPROVED) {
                return offer(terms(application, application.approved(), application.annualRate()))
                    .map(offer -> Prepared.offering(applicationId, offer))
                    .onFailure(RuleViolation.class)
                    .recoverWithItem(refusal -> Prepared.refusing(applicationId, refusal));
              }
              return Uni.createFrom().item(Prepared.offering(applicationId, Optional.empty()));
            });
  }

  /** Writes what came of it, in a transaction. */
  public Uni<LoanApplication> complete(Prepared prepared) {
    UUID id = prepared.applicationId();
    return found(applications.byIdForUpdate(id), id)
        .call(
            application -> {
              if (prepared.decision().isEmpty() || !application.awaitsJudgement()) {
                return Uni.createFrom().voidItem();
              }
              return events.publish(
                  application.decided(prepared.decision().get(), clock.instant()));
            })
        .call(
            application ->
                prepared.refusedBy().isEmpty() || application.state() != ApplicationState.APPROVED
                    ? Uni.createFrom().voidItem()
                    : events.publish(
                        application.offerRefused(prepared.refusedBy().get(), clock.instant())))
        .call(
            application -> {
              if (prepared.offer().isEmpty() || application.state() != ApplicationState.APPROVED) {
                return Uni.createFrom().voidItem();
              }
              PreparedOffer offer = prepared.offer().get();
              application.offered(offer.expiresAt());
              return offer.keep();
            });
  }

  private Uni<Prepared> judged(LoanApplication application, Locale language) {
    return facts(application)
        .chain(facts -> risk.about(facts, language))
        .map(
            judgement ->
                Decision.of(
                    judgement,
                    application.wish().amount(),
                    products
                        .version(application.wish().productCode(), application.productVersion())
                        .amountMin()))
        .onFailure()
        .recoverWithItem(failure -> unjudged(application, failure))
        .chain(decision -> offered(application, decision));
  }

  private Uni<Prepared> offered(LoanApplication application, Decision decision) {
    UUID id = application.id();
    if (decision.outcome() != Outcome.APPROVED) {
      return Uni.createFrom().item(Prepared.deciding(id, decision, Optional.empty()));
    }
    ApprovedTerms terms =
        terms(application, decision.approved(), decision.judgement().annualRate());
    return offer(terms)
        .map(offer -> Prepared.deciding(id, decision, offer))
        .onFailure(RuleViolation.class)
        .recoverWithItem(
            refusal ->
                Prepared.deciding(id, decision.referredBy(refusal.rule()), Optional.empty()));
  }

  private Uni<Optional<PreparedOffer>> offer(ApprovedTerms terms) {
    return offers
        .prepare(terms)
        .map(Optional::of)
        .onFailure(failure -> !(failure instanceof RuleViolation))
        .recoverWithItem(
            failure -> {
              LOG.warnf(
                  "offer of %s waits: %s", terms.applicationId(), failure.getClass().getName());
              return Optional.empty();
            });
  }

  private ApprovedTerms terms(LoanApplication application, Money principal, BigDecimal rate) {
    Wish wish = application.wish();
    Product product = products.version(wish.productCode(), application.productVersion());
    return new ApprovedTerms(
        application.id(),
        application.borrowerId(),
        principal,
        rate,
        wish.method(),
        wish.termMonths(),
        product.penaltyRateMultiple(),
        product.graceDays(),
        product.scheduleTerms());
  }

  private Decision unjudged(LoanApplication application, Throwable failure) {
    LOG.warnf("application %s not judged: %s", application.id(), failure.getClass().getName());
    return Decision.unavailable();
  }

  private Uni<AssessmentFacts> facts(LoanApplication application) {
    if (application.assessmentRequest() != null) {
      return Uni.createFrom().item(() -> read(application.assessmentRequest()));
    }
    return unitOfWork
        .reading(() -> known(application.borrowerId()))
        .chain(
            known ->
                report(known)
                    .map(report -> assemble(application, known, report))
                    .chain(facts -> kept(application.id(), facts)));
  }

  private Uni<Known> known(UUID borrowerId) {
    return applicants
        .applicant(borrowerId)
        .chain(
            applicant ->
                contacts
                    .phoneFacts(borrowerId)
                    .chain(
                        phone ->
                            consents
                                .allowing(borrowerId, Purpose.BUREAU_QUERY)
                                .map(consent -> new Known(applicant, phone, consent))));
  }

  private Uni<BureauFacts> report(Known known) {
    if (known.consent().isEmpty()) {
      return Uni.createFrom().item(BureauFacts.none());
    }
    return bureau
        .about(known.applicant().name(), known.applicant().idNumber(), known.consent().get().id())
        .onFailure()
        .recoverWithItem(
            failure -> {
              LOG.warnf("bureau did not answer: %s", failure.getClass().getName());
              return BureauFacts.none();
            });
  }

  private static AssessmentFacts assemble(
      LoanApplication application, Known known, BureauFacts report) {
    Wish wish = application.wish();
    Applicant applicant = known.applicant();
    PhoneFacts phone = known.phone();
    return new AssessmentFacts(
        application.id(),
        application.borrowerId(),
        applicant.personTag(),
        phone.tag(),
        phone.deviceTag(),
        wish.productCode(),
        wish.amount(),
        wish.termMonths(),
        wish.method(),
        wish.purpose(),
        applicant.idNumber().ageOn(LocalDate.ofInstant(application.submittedAt(), ZONE)),
        wish.monthlyIncome(),
        wish.monthlyDebtService(),
        new AssessmentFacts.Phone(phone.status(), phone.monthsInNetwork(), applicant.phoneHolder()),
        new AssessmentFacts.Identity(applicant.nameAndId(), applicant.face()),
        report,
        application.submittedAt());
  }

  private Uni<AssessmentFacts> kept(UUID id, AssessmentFacts facts) {
    String request = new String(CanonicalJson.bytes(facts), StandardCharsets.UTF_8);
    return unitOfWork
        .inTransaction(
            () ->
                found(applications.byIdForUpdate(id), id)
                    .invoke(application -> application.asked(request))
                    .map(LoanApplication::assessmentRequest))
        .map(AssessApplication::read);
  }

  private static AssessmentFacts read(String request) {
    try {
      return Json.tolerant().readValue(request, AssessmentFacts.class);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("the kept facts are not readable", unreadable);
    }
  }

  private static Uni<LoanApplication> found(Uni<LoanApplication> search, UUID id) {
    return search.onItem().ifNull().failWith(() -> new NotFound("application", id));
  }

  private record Known(Applicant applicant, PhoneFacts phone, Optional<GivenConsent> consent) {}
}
