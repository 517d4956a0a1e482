package org.shouxin.servicing.line.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.schedule.RepaymentMethod;

/**
 * What the borrower was shown before a draw: every cost and the whole schedule, kept word for word.
 * It is confirmed once, on its business day, and not before it could be read (CN-DISC-01).
 */
@Entity
@Table(name = "line_disclosure")
public class Disclosure {

  /** Forced reading time (CN-DISC-01 demands one; its length is the lender's own value). */
  public static final Duration READING_MIN = Duration.ofSeconds(3);

  @Id private UUID id;

  @Column(name = "line_id")
  private UUID lineId;

  @Column(name = "amount_minor")
  private long amountMinor;

  private String currency;

  @Enumerated(EnumType.STRING)
  private RepaymentMethod method;

  @Column(name = "term_months")
  private int termMonths;

  private String purpose;

  @Column(name = "business_date")
  private LocalDate businessDate;

  private String content;

  @Column(name = "content_hash")
  private String contentHash;

  @Column(name = "shown_at")
  private Instant shownAt;

  protected Disclosure() {}

  /** What the borrower wants to draw. */
  public record Wish(Money amount, RepaymentMethod method, int termMonths, String purpose) {}

  /**
   * What was shown.
   *
   * @param text canonical JSON
   * @param hash SHA-256 of the text, hexadecimal; it is the contract hash of the draw's loan
   */
  public record Shown(String text, String hash, LocalDate day, Instant at) {}

  public static Disclosure of(UUID id, UUID lineId, Wish wish, Shown shown) {
    Disclosure disclosure = new Disclosure();
    disclosure.id = id;
    disclosure.lineId = lineId;
    disclosure.amountMinor = wish.amount().minor();
    disclosure.currency = wish.amount().currency().getCurrencyCode();
    disclosure.method = wish.method();
    disclosure.termMonths = wish.termMonths();
    disclosure.purpose = wish.purpose();
    disclosure.businessDate = shown.day();
    disclosure.content = shown.text();
    disclosure.contentHash = shown.hash();
    disclosure.shownAt = shown.at();
    return disclosure;
  }

  /** Refuses a confirmation that comes too soon or on another day. */
  public void requireConfirmable(LocalDate day, Instant now) {
    if (!day.equals(businessDate)) {
      throw RuleViolation.conflict(
          "LINE_DISCLOSURE_OUTDATED", "the business day has changed since the disclosure");
    }
    if (now.isBefore(shownAt.plus(READING_MIN))) {
      throw RuleViolation.conflict("CN-DISC-01", "the disclosure is read before it is confirmed");
    }
  }

  public UUID id() {
    return id;
  }

  public UUID lineId() {
    return lineId;
  }

  public Wish wish() {
    return new Wish(Money.ofMinor(amountMinor, currency), method, termMonths, purpose);
  }

  public String content() {
    return content;
  }

  public String contentHash() {
    return contentHash;
  }
}
