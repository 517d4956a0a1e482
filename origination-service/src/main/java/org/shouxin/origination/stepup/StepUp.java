package org.shouxin.origination.stepup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.chassis.problem.Unavailable;
import org.shouxin.chassis.text.Texts;
import org.shouxin.origination.person.PhoneNumber;
import org.shouxin.origination.stepup.model.OneTimeCode;
import org.shouxin.origination.vault.Vault;

/** Proves with a one-time code that the person at the other end holds the phone. */
@ApplicationScoped
public class StepUp {

  /** No code was ever sent for this. */
  public static final String RULE_NOT_SENT = "CODE_NOT_SENT";

  /** The code does not fit; {@code triesLeft} says how many tries remain. */
  public static final String RULE_WRONG = "CODE_WRONG";

  /** The code's ten minutes are over. */
  public static final String RULE_EXPIRED = "CODE_EXPIRED";

  /** The code was typed wrong five times. */
  public static final String RULE_EXHAUSTED = "CODE_TRIES_EXHAUSTED";

  /** Too many codes were sent for one thing. */
  public static final String RULE_TOO_MANY = "SX-CODE-01";

  private static final int CODES_PER_SUBJECT_MAX = 5;
  private static final int CODE_BOUND = 1_000_000;

  private final OneTimeCodes codes;
  private final TextMessages messages;
  private final Vault vault;
  private final UnitOfWork unitOfWork;
  private final Ids ids;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  StepUp(
      OneTimeCodes codes,
      TextMessages messages,
      Vault vault,
      UnitOfWork unitOfWork,
      Ids ids,
      Clock clock) {
    this.codes = codes;
    this.messages = messages;
    this.vault = vault;
    this.unitOfWork = unitOfWork;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Sends a fresh code; outside any transaction. The code counts only once it is kept.
   *
   * @param purpose also the key of the message's text
   */
  public Uni<SentCode> send(String purpose, UUID subjectId, PhoneNumber phone, Locale locale) {
    UUID id = ids.next();
    String code = String.format(Locale.ROOT, "%06d", random.nextInt(CODE_BOUND));
    Instant now = clock.instant();
    String text = Texts.of("sms", locale, purpose, code, OneTimeCode.LIFETIME.toMinutes());
    SentCode sent =
        new SentCode(
            id, purpose, subjectId, vault.digest(id, code), now, now.plus(OneTimeCode.LIFETIME));
    return unitOfWork
        .reading(() -> codes.count(purpose, subjectId))
        .invoke(StepUp::refuseTooMany)
        .chain(() -> messages.send(id, phone, purpose, text))
        .onFailure(failure -> !(failure instanceof RuleViolation))
        .transform(failure -> new Unavailable("messaging"))
        .replaceWith(sent);
  }

  /** Keeps a sent code, in the transaction of the step that it guards. */
  public Uni<Void> keep(SentCode sent) {
    return codes.add(
        new OneTimeCode(sent.id(), sent.purpose(), sent.subjectId(), sent.digest(), sent.sentAt()));
  }

  /** Judges a try in a transaction of its own, so that a wrong one is counted though it fails. */
  public Uni<Void> prove(String purpose, UUID subjectId, String typed) {
    return unitOfWork
        .inTransaction(
            () ->
                codes
                    .latestForUpdate(purpose, subjectId)
                    .map(
                        code ->
                            code == null
                                ? null
                                : new Judged(
                                    code.tried(vault.digest(code.id(), typed), clock.instant()),
                                    code.triesLeft())))
        .invoke(StepUp::refuseUnlessRight)
        .replaceWithVoid();
  }

  private static void refuseTooMany(long sent) {
    if (sent >= CODES_PER_SUBJECT_MAX) {
      throw RuleViolation.conflict(RULE_TOO_MANY, "too many codes were sent for this");
    }
  }

  private static void refuseUnlessRight(Judged judged) {
    if (judged == null) {
      throw RuleViolation.conflict(RULE_NOT_SENT, "no code was sent for this");
    }
    switch (judged.result()) {
      case WRONG ->
          throw RuleViolation.refused(RULE_WRONG, "the code does not fit")
              .field("/code")
              .with("triesLeft", judged.triesLeft());
      case EXPIRED -> throw RuleViolation.conflict(RULE_EXPIRED, "the code is too old");
      case EXHAUSTED ->
          throw RuleViolation.conflict(RULE_EXHAUSTED, "the code was typed wrong too often");
      case RIGHT -> {}
    }
  }

  private record Judged(OneTimeCode.Try result, int triesLeft) {}
}
