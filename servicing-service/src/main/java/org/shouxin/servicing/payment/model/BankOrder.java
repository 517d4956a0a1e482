package org.shouxin.servicing.payment.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.chassis.money.Money;

/**
 * An order to the bank: pay a borrower, or debit a borrower's account.
 *
 * <p>CREATED (written with what wants it) -> SENT (about to be sent, or sent; the outcome is not
 * known until the bank says so) -> SUCCEEDED | FAILED | BROKEN (the bank's own record differs from
 * the order: nothing is posted and a person looks at it). The order's id is the bank's request id,
 * so sending it again is harmless, and a lost answer is asked for and never replaced by a second
 * order. What the bank says is believed when it says exactly what was ordered; a webhook that says
 * something else only makes us ask.
 */
@Entity
@Table(name = "bank_order")
public class BankOrder {

  /** What is asked of the bank. */
  public enum Kind {
    PAYOUT,
    DEBIT
  }

  /** Why it is asked. */
  public enum Cause {
    LOAN_PAYOUT,
    SCHEDULED,
    PAY_NOW,
    PAY_LINK,
    CREDIT_REFUND
  }

  public enum State {
    CREATED,
    SENT,
    SUCCEEDED,
    FAILED,
    BROKEN
  }

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @Enumerated(EnumType.STRING)
  private Cause cause;

  @Column(name = "loan_id")
  private UUID loanId;

  private String agreement;

  @Column(name = "amount_minor")
  private long amountMinor;

  private String currency;

  @Column(name = "business_date")
  private LocalDate businessDate;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "settled_minor")
  private long settledMinor;

  @Column(name = "told_minor")
  private Long toldMinor;

  private String reason;

  @Column(name = "bank_reference")
  private String bankReference;

  private int attempts;

  @Column(name = "next_attempt_at")
  private Instant nextAttemptAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "settled_on")
  private LocalDate settledOn;

  protected BankOrder() {}

  /** What is wanted of the bank, and for which loan. */
  public record Wanted(Kind kind, Cause cause, UUID loanId, String agreement, Money amount) {}

  public static BankOrder of(UUID id, Wanted wanted, LocalDate businessDate, Instant now) {
    BankOrder order = new BankOrder();
    order.id = id;
    order.kind = wanted.kind();
    order.cause = wanted.cause();
    order.loanId = wanted.loanId();
    order.agreement = wanted.agreement();
    order.amountMinor = wanted.amount().minor();
    order.currency = wanted.amount().currency().getCurrencyCode();
    order.businessDate = businessDate;
    order.state = State.CREATED;
    order.createdAt = now;
    order.nextAttemptAt = now;
    return order;
  }

  /**
   * Judges what the bank says, and settles the order if that settles it.
   *
   * @param heard what the bank says
   * @param hint true for a webhook: it settles only if it says exactly what was ordered
   * @param today the business day
   */
  public Verdict hear(BankAnswer heard, boolean hint, LocalDate today, Instant now) {
    if (isFinal()) {
      return state == State.SUCCEEDED && heard.succeeded() && heard.minor() != settledMinor
          ? new Verdict.Differs(settledMinor, heard.minor())
          : new Verdict.Nothing();
    }
    if (heard.pending()) {
      return new Verdict.Nothing();
    }
    if (heard.failed()) {
      end(State.FAILED, 0, heard, today);
      return new Verdict.Refused(heard.reason());
    }
    if (heard.minor() == amountMinor) {
      return accept(heard, today);
    }
    boolean possible = kind == Kind.DEBIT && heard.minor() > 0 && heard.minor() < amountMinor;
    if (hint) {
      toldMinor = heard.minor();
      nextAttemptAt = now;
      return possible ? new Verdict.Nothing() : new Verdict.Differs(amountMinor, heard.minor());
    }
    if (possible) {
      return accept(heard, today);
    }
    end(State.BROKEN, 0, heard, today);
    return new Verdict.Differs(amountMinor, heard.minor());
  }

  /** The order was not settled by an attempt; the next one comes then. */
  public void waitUntil(Instant next) {
    if (!isFinal()) {
      nextAttemptAt = next;
    }
  }

  private Verdict accept(BankAnswer heard, LocalDate today) {
    Long told = toldMinor;
    end(State.SUCCEEDED, heard.minor(), heard, today);
    return told != null && told != heard.minor() && kind == Kind.DEBIT && told < amountMinor
        ? new Verdict.Paid(settled(), heard.bankReference(), told)
        : new Verdict.Paid(settled(), heard.bankReference(), null);
  }

  private void end(State end, long minor, BankAnswer heard, LocalDate today) {
    state = end;
    settledMinor = minor;
    reason = heard.reason();
    bankReference = heard.bankReference();
    settledOn = today;
    nextAttemptAt = null;
  }

  public boolean isFinal() {
    return state != State.CREATED && state != State.SENT;
  }

  public UUID id() {
    return id;
  }

  public Kind kind() {
    return kind;
  }

  public Cause cause() {
    return cause;
  }

  public UUID loanId() {
    return loanId;
  }

  public String agreement() {
    return agreement;
  }

  public Money amount() {
    return Money.ofMinor(amountMinor, currency);
  }

  public Money settled() {
    return Money.ofMinor(settledMinor, currency);
  }

  public LocalDate businessDate() {
    return businessDate;
  }

  public State state() {
    return state;
  }

  public String reason() {
    return reason;
  }

  public String bankReference() {
    return bankReference;
  }

  public int attempts() {
    return attempts;
  }
}
