package org.shouxin.origination.identity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;
import org.shouxin.origination.identity.CarrierRecords.NumberReport;
import org.shouxin.origination.person.CheckKind;
import org.shouxin.origination.person.CheckOutcome;

/**
 * Asks every party about a claim, side by side and outside any transaction. A party that does not
 * answer leaves its check not evaluated; it never passes.
 */
@ApplicationScoped
public class VerifyIdentity {

  private static final Logger LOG = Logger.getLogger(VerifyIdentity.class);
  private static final String AUTHORITY = "authority";
  private static final String CARRIER = "carrier";
  private static final String BANK = "bank";
  private static final String PARTY_DOWN = "PARTY_DOWN";

  private final IdentityRegisters registers;
  private final CarrierRecords carrier;
  private final DebitAgreements agreements;
  private final Clock clock;

  VerifyIdentity(
      IdentityRegisters registers,
      CarrierRecords carrier,
      DebitAgreements agreements,
      Clock clock) {
    this.registers = registers;
    this.carrier = carrier;
    this.agreements = agreements;
    this.clock = clock;
  }

  /** Runs all checks. */
  public Uni<Verification> verify(Claim claim) {
    return Uni.combine()
        .all()
        .unis(nameAndId(claim), lostDocument(claim), threeFactor(claim), number(claim), card(claim))
        .asTuple()
        .map(
            answers ->
                new Verification(
                    List.of(
                        answers.getItem1(),
                        answers.getItem2(),
                        answers.getItem3(),
                        answers.getItem4().result(),
                        answers.getItem5().result(),
                        CheckResult.notEvaluated(
                            CheckKind.FACE, "NO_MODEL_DEPLOYED", "none", clock.instant())),
                    answers.getItem5().answer(),
                    answers.getItem4().answer()));
  }

  /** Only the carrier: whether a number is the person's and in service. */
  public Uni<Verification> verifyPhone(Claim claim) {
    return Uni.combine()
        .all()
        .unis(threeFactor(claim), number(claim))
        .asTuple()
        .map(
            answers ->
                new Verification(
                    List.of(answers.getItem1(), answers.getItem2().result()),
                    null,
                    answers.getItem2().answer()));
  }

  private Uni<CheckResult> nameAndId(Claim claim) {
    return registers
        .identityOf(claim.name(), claim.idNumber())
        .map(a -> answered(CheckKind.NAME_AND_ID, a.result(), AUTHORITY, a.serial()))
        .onFailure()
        .recoverWithItem(failure -> down(CheckKind.NAME_AND_ID, AUTHORITY, failure));
  }

  private Uni<CheckResult> lostDocument(Claim claim) {
    return registers
        .isReportedLost(claim.idNumber())
        .map(lost -> lost ? CheckOutcome.MISMATCH : CheckOutcome.MATCH)
        .map(
            outcome ->
                new CheckResult(
                    CheckKind.LOST_DOCUMENT,
                    outcome,
                    outcome == CheckOutcome.MATCH ? "NOT_REPORTED" : "REPORTED_LOST",
                    AUTHORITY,
                    null,
                    clock.instant()))
        .onFailure()
        .recoverWithItem(failure -> down(CheckKind.LOST_DOCUMENT, AUTHORITY, failure));
  }

  private Uni<CheckResult> threeFactor(Claim claim) {
    return carrier
        .holderOf(claim.name(), claim.idNumber(), claim.phone())
        .map(result -> answered(CheckKind.PHONE_THREE_FACTOR, result, CARRIER, null))
        .onFailure()
        .recoverWithItem(failure -> down(CheckKind.PHONE_THREE_FACTOR, CARRIER, failure));
  }

  private Uni<With<NumberReport>> number(Claim claim) {
    return carrier
        .statusOf(claim.phone(), null)
        .map(report -> new With<>(numberResult(report), report))
        .onFailure()
        .recoverWithItem(
            failure -> new With<>(down(CheckKind.NUMBER_STATUS, CARRIER, failure), null));
  }

  private CheckResult numberResult(NumberReport report) {
    CheckOutcome outcome =
        switch (report.status()) {
          case "ACTIVE" -> CheckOutcome.MATCH;
          case "SUSPENDED", "EMPTY", "RECYCLED" -> CheckOutcome.MISMATCH;
          default -> CheckOutcome.NOT_EVALUATED;
        };
    return new CheckResult(
        CheckKind.NUMBER_STATUS, outcome, report.status(), CARRIER, null, clock.instant());
  }

  private Uni<With<DebitAgreements.Answer>> card(Claim claim) {
    if (claim.card() == null) {
      CheckResult none =
          CheckResult.notEvaluated(
              CheckKind.CARD_FOUR_FACTOR, "NO_CARD_OR_CONSENT", BANK, clock.instant());
      return Uni.createFrom().item(new With<>(none, null));
    }
    return agreements
        .agree(claim.name(), claim.idNumber(), claim.phone(), claim.card())
        .map(
            a -> {
              CheckResult result = answered(CheckKind.CARD_FOUR_FACTOR, a.result(), BANK, null);
              return new With<>(result, result.outcome() == CheckOutcome.MATCH ? a : null);
            })
        .onFailure()
        .recoverWithItem(
            failure -> new With<>(down(CheckKind.CARD_FOUR_FACTOR, BANK, failure), null));
  }

  private CheckResult answered(CheckKind kind, String answer, String provider, String serial) {
    return CheckResult.answered(kind, answer, provider, serial, clock.instant());
  }

  private CheckResult down(CheckKind kind, String provider, Throwable failure) {
    LOG.warnf("%s not evaluated: %s did not answer (%s)", kind, provider, failure.getClass());
    return CheckResult.notEvaluated(kind, PARTY_DOWN, provider, clock.instant());
  }

  private record With<T>(CheckResult result, T answer) {}
}
