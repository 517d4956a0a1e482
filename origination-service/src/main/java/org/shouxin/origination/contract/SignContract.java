package org.shouxin.origination.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.json.CanonicalJson;
import org.shouxin.chassis.json.Json;
import org.shouxin.chassis.log.VerifiableLog;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.origination.application.AcceptedApplication;
import org.shouxin.origination.application.AdvanceApplication;
import org.shouxin.origination.borrower.Applicant;
import org.shouxin.origination.borrower.DescribeApplicant;
import org.shouxin.origination.contactpoint.KeepContacts;
import org.shouxin.origination.contactpoint.PhoneFacts;
import org.shouxin.origination.contract.model.Contract;
import org.shouxin.origination.contract.model.LoanContracted;
import org.shouxin.origination.offer.AcceptOffer;
import org.shouxin.origination.offer.ConfirmedOffer;
import org.shouxin.origination.offer.ConfirmedOffer.Confirmed;
import org.shouxin.origination.offer.Disclosure;
import org.shouxin.origination.offer.Sha256;
import org.shouxin.origination.stepup.StepUp;
import org.shouxin.origination.vault.Vault;

/**
 * Signs: the code is judged first, in a transaction of its own; then, in one transaction, the text
 * is written, hashed, logged and sealed, the application is contracted and servicing is told.
 */
@ApplicationScoped
public class SignContract {

  /** Without an agreement there is no account to pay out to. */
  public static final String RULE_AGREEMENT = "PAYMENT_AGREEMENT_REQUIRED";

  static final String COLUMN = "contract.text";
  private static final String LOG_KIND = "contract.signed";

  private final Contracts contracts;
  private final ContractEvents events;
  private final AdvanceApplication applications;
  private final ConfirmedOffer confirmedOffer;
  private final DescribeApplicant applicants;
  private final KeepContacts contacts;
  private final StepUp stepUp;
  private final VerifiableLog log;
  private final Vault vault;
  private final UnitOfWork unitOfWork;
  private final Ids ids;
  private final Clock clock;

  SignContract(
      Contracts contracts,
      ContractEvents events,
      AdvanceApplication applications,
      ConfirmedOffer confirmedOffer,
      DescribeApplicant applicants,
      KeepContacts contacts,
      StepUp stepUp,
      VerifiableLog log,
      Vault vault,
      UnitOfWork unitOfWork,
      Ids ids,
      Clock clock) {
    this.contracts = contracts;
    this.events = events;
    this.applications = applications;
    this.confirmedOffer = confirmedOffer;
    this.applicants = applicants;
    this.contacts = contacts;
    this.stepUp = stepUp;
    this.log = log;
    this.vault = vault;
    this.unitOfWork = unitOfWork;
    this.ids = ids;
    this.clock = clock;
  }

  /** What the applicant is told. */
  public record Signed(UUID loanId, String contractHash, UUID logLeafId, Instant signedAt) {}

  /** Judges the code; in transactions of its own, before {@link #sign}. */
  public Uni<UUID> prove(UUID applicationId, String subject, String code) {
    return unitOfWork
        .reading(() -> applications.signable(applicationId, subject))
        .chain(() -> stepUp.prove(AcceptOffer.CODE_PURPOSE, applicationId, code))
        .replaceWith(applicationId);
  }

  /** Signs, in a transaction. */
  public Uni<Signed> sign(UUID applicationId, String subject) {
    UUID loanId = ids.next();
    return applications
        .contract(applicationId, subject, loanId)
        .chain(application -> gather(application))
        .chain(parts -> write(loanId, parts));
  }

  private Uni<Parts> gather(AcceptedApplication application) {
    return applicants
        .applicant(application.borrowerId())
        .invoke(SignContract::requireAgreement)
        .chain(
            applicant ->
                contacts
                    .phoneFacts(applicant.borrowerId())
                    .chain(
                        phone ->
                            confirmedOffer
                                .of(application.id())
                                .map(offer -> new Parts(application, applicant, phone, offer))));
  }

  private Uni<Signed> write(UUID loanId, Parts parts) {
    UUID id = ids.next();
    Instant signedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String text = ContractText.fill(values(loanId, parts, signedAt));
    String hash = Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    byte[] entry =
        CanonicalJson.bytes(
            new LogEntry(
                parts.application().id(),
                loanId,
                hash,
                parts.offer().disclosureHash(),
                ContractText.TEMPLATE_VERSION,
                signedAt));
    return log.append(LOG_KIND, loanId.toString(), entry)
        .chain(
            receipt ->
                contracts
                    .add(
                        new Contract(
                            id,
                            parts.application().id(),
                            loanId,
                            vault.seal(id, COLUMN, text),
                            hash,
                            new String(entry, StandardCharsets.UTF_8),
                            receipt.log(),
                            receipt.leafId(),
                            receipt.leafHash(),
                            signedAt))
                    .chain(
                        () ->
                            events.publish(event(loanId, parts, hash, receipt.leafId(), signedAt)))
                    .replaceWith(new Signed(loanId, hash, receipt.leafId(), signedAt)));
  }

  private static Map<String, String> values(UUID loanId, Parts parts, Instant signedAt) {
    AcceptedApplication application = parts.application();
    Applicant applicant = parts.applicant();
    Disclosure table = table(parts.offer());
    Map<String, String> values = new HashMap<>();
    values.put("loanId", loanId.toString());
    values.put("templateVersion", ContractText.TEMPLATE_VERSION);
    values.put("name", applicant.name().value());
    values.put("idNumber", applicant.idNumber().value());
    values.put("address", applicant.address());
    values.put("phone", parts.phone().phone().value());
    values.put("principal", application.principal().toString());
    values.put("purpose", ContractWords.of(application.purpose()));
    values.put("annualRate", ContractText.percent(application.annualRate()));
    values.put("annualPercentageRate", ContractText.percent(table.annualPercentageRate()));
    values.put("termMonths", Integer.toString(application.termMonths()));
    values.put("method", ContractWords.of(application.method()));
    values.put("bankName", applicant.bankName());
    values.put("cardLast4", applicant.cardLast4());
    values.put("fees", ContractText.fees(table));
    values.put("schedule", ContractText.schedule(table));
    values.put("total", table.totals().total().toString());
    values.put("graceDays", Integer.toString(table.lateConsequences().graceDays()));
    values.put(
        "penaltyDailyRate", ContractText.percent(table.lateConsequences().penaltyDailyRate()));
    values.put("capRule", table.lateConsequences().capRule());
    values.put("shownAt", parts.offer().shownAt().toString());
    values.put("acceptedAt", parts.offer().acceptedAt().toString());
    values.put("disclosureHash", parts.offer().disclosureHash());
    values.put("signedAt", signedAt.toString());
    return values;
  }

  private static LoanContracted event(
      UUID loanId, Parts parts, String hash, UUID leafId, Instant signedAt) {
    AcceptedApplication application = parts.application();
    Applicant applicant = parts.applicant();
    return new LoanContracted(
        loanId,
        application.id(),
        applicant.borrowerId(),
        applicant.subject(),
        application.assessmentId(),
        application.principal(),
        application.annualRate(),
        application.method().name(),
        application.termMonths(),
        signedAt,
        hash,
        leafId,
        applicant.paymentAgreement(),
        new LoanContracted.Terms(
            application.product().penaltyRateMultiple(),
            application.product().graceDays(),
            application.product().code(),
            application.purpose().name()),
        applicant.preferredChannel(),
        table(parts.offer()).scheduleTerms());
  }

  private static Disclosure table(Confirmed offer) {
    try {
      return Json.tolerant().readValue(offer.disclosure(), Disclosure.class);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("the kept cost table is not readable", unreadable);
    }
  }

  private static void requireAgreement(Applicant applicant) {
    if (applicant.paymentAgreement() == null) {
      throw RuleViolation.conflict(RULE_AGREEMENT, "there is no account to pay out to");
    }
  }

  private record Parts(
      AcceptedApplication application, Applicant applicant, PhoneFacts phone, Confirmed offer) {}

  private record LogEntry(
      UUID applicationId,
      UUID loanId,
      String contractHash,
      String disclosureHash,
      String templateVersion,
      Instant signedAt) {}
}
