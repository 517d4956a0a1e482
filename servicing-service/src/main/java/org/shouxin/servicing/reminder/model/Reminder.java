package org.shouxin.servicing.reminder.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.shouxin.chassis.money.Money;

/**
 * A reminder of an instalment, sent by the channel the borrower prefers and, when that fails, by
 * the next one.
 *
 * <p>PLANNED -> SENT (handed to the channel; its receipt is awaited) -> DELIVERED | FAILED. A
 * failed channel puts it back to PLANNED with the next channel, as long as there is one. PLANNED ->
 * WITHHELD (no consent, and no law demands it) | DROPPED (paid before its hour came). It holds no
 * address: that is asked for each time and kept by nobody.
 */
@Entity
@Table(name = "reminder")
public class Reminder {

  public enum Channel {
    SMS,
    APP_PUSH,
    EMAIL;

    /** The channel for somebody's preference; a text message stands for a call. */
    public static Channel preferred(String preference) {
      return switch (preference) {
        case "EMAIL" -> EMAIL;
        case "APP_PUSH" -> APP_PUSH;
        default -> SMS;
      };
    }
  }

  /** What a reminder says. */
  public enum Kind {
    BEFORE_DUE(null, true),
    /** A demand: it keeps the claim from lapsing (CN-LIMITN-02). */
    OVERDUE("CN-LIMITN-02", true),
    /** The borrower will be reported to the bureau. */
    NEGATIVE_REPORT("CN-CREDIT-01", true),
    COVER_LAPSING(null, false),
    COVER_LAPSING_LATE(null, false);

    private final String demandedBy;
    private final boolean onlyWhileOwed;

    Kind(String demandedBy, boolean onlyWhileOwed) {
      this.demandedBy = demandedBy;
      this.onlyWhileOwed = onlyWhileOwed;
    }

    /** The rule by which it is sent without the borrower's consent too, or null. */
    public String demandedBy() {
      return demandedBy;
    }

    /** Whether it has no point once the instalment is paid. */
    public boolean isOnlyWhileOwed() {
      return onlyWhileOwed;
    }
  }

  public enum State {
    PLANNED,
    SENT,
    DELIVERED,
    FAILED,
    WITHHELD,
    DROPPED
  }

  private static final String PAID = "PAID";

  @Id private UUID id;

  @Column(name = "request_id")
  private UUID requestId;

  @Column(name = "loan_id")
  private UUID loanId;

  @Column(name = "borrower_id")
  private UUID borrowerId;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @Column(name = "due_date")
  private LocalDate dueDate;

  @Column(name = "amount_minor")
  private long amountMinor;

  private String currency;

  @Column(name = "business_date")
  private LocalDate businessDate;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  @Column(name = "channels_left")
  private String channelsLeft;

  @Enumerated(EnumType.STRING)
  private State state;

  private String code;

  private String ground;

  private int attempts;

  @Column(name = "next_attempt_at")
  private Instant nextAttemptAt;

  protected Reminder() {}

  /** What a reminder is about. */
  public record About(UUID loanId, UUID borrowerId, Kind kind, LocalDate dueDate, Money amount) {}

  /** A channel that has delivered or failed; code is the provider's, or why it was not tried. */
  public record Outcome(Channel channel, boolean delivered, String code) {}

  public static Reminder planned(
      About about, Channel preferred, LocalDate businessDate, Supplier<UUID> ids, Instant now) {
    Reminder reminder = new Reminder();
    reminder.id = ids.get();
    reminder.requestId = ids.get();
    reminder.loanId = about.loanId();
    reminder.borrowerId = about.borrowerId();
    reminder.kind = about.kind();
    reminder.dueDate = about.dueDate();
    reminder.amountMinor = about.amount().minor();
    reminder.currency = about.amount().currency().getCurrencyCode();
    reminder.businessDate = businessDate;
    reminder.channel = preferred;
    List<String> others = new ArrayList<>();
    for (Channel other : Channel.values()) {
      if (other != preferred) {
        others.add(other.name());
      }
    }
    reminder.channelsLeft = String.join(",", others);
    reminder.state = State.PLANNED;
    reminder.nextAttemptAt = now;
    return reminder;
  }

  /**
   * Takes what is to be done now; tells whether it is to be sent. Nothing is done with a reminder
   * that no longer waits under the request.
   */
  public boolean decided(UUID request, Sending sending) {
    if (state != State.PLANNED || !request.equals(requestId)) {
      return false;
    }
    if (sending instanceof Sending.Later later) {
      nextAttemptAt = later.moment();
      attempts = 0;
    } else if (sending instanceof Sending.Withheld withheld) {
      end(State.WITHHELD, withheld.rule());
    } else {
      ground = ((Sending.Now) sending).ground();
    }
    return sending instanceof Sending.Now;
  }

  /** What it reminds of was paid before its hour came. */
  public void drop() {
    end(State.DROPPED, PAID);
  }

  /** Begins with the channel that the borrower prefers by now, unless one was tried already. */
  public void prefer(Channel wished) {
    List<String> left = new ArrayList<>(List.of(channelsLeft.split(",")));
    boolean untried = left.size() == Channel.values().length - 1;
    if (wished != null && wished != channel && untried) {
      left.remove(wished.name());
      left.add(0, channel.name());
      channelsLeft = String.join(",", left);
      channel = wished;
    }
  }

  private void end(State last, String why) {
    state = last;
    code = why;
    nextAttemptAt = null;
  }

  /** The channel took it; a channel without receipts counts as delivered. */
  public Optional<Outcome> sent(UUID request, boolean receiptFollows) {
    if (state != State.PLANNED || !request.equals(requestId)) {
      return Optional.empty();
    }
    state = receiptFollows ? State.SENT : State.DELIVERED;
    nextAttemptAt = null;
    return receiptFollows ? Optional.empty() : Optional.of(new Outcome(channel, true, "ACCEPTED"));
  }

  /** The channel's receipt says that it arrived; empty when that was known. */
  public Optional<Outcome> delivered(UUID request, String providerCode) {
    if (!awaits(request)) {
      return Optional.empty();
    }
    state = State.DELIVERED;
    code = providerCode;
    nextAttemptAt = null;
    return Optional.of(new Outcome(channel, true, providerCode));
  }

  /** The channel failed, or may not be used; the next one is tried. Empty when that was known. */
  public Optional<Outcome> failed(
      UUID request, String providerCode, Supplier<UUID> ids, Instant now) {
    if (!awaits(request)) {
      return Optional.empty();
    }
    Outcome outcome = new Outcome(channel, false, providerCode);
    code = providerCode;
    if (channelsLeft.isEmpty()) {
      state = State.FAILED;
      nextAttemptAt = null;
    } else {
      List<String> left = new ArrayList<>(List.of(channelsLeft.split(",")));
      channel = Channel.valueOf(left.remove(0));
      channelsLeft = String.join(",", left);
      requestId = ids.get();
      state = State.PLANNED;
      attempts = 0;
      nextAttemptAt = now;
    }
    return Optional.of(outcome);
  }

  private boolean awaits(UUID request) {
    return request.equals(requestId) && (state == State.SENT || state == State.PLANNED);
  }

  public UUID id() {
    return id;
  }

  /** The id under which the current channel was asked; another one for each channel. */
  public UUID requestId() {
    return requestId;
  }

  public UUID loanId() {
    return loanId;
  }

  public UUID borrowerId() {
    return borrowerId;
  }

  public Kind kind() {
    return kind;
  }

  public Channel channel() {
    return channel;
  }

  public LocalDate dueDate() {
    return dueDate;
  }

  public Money amount() {
    return Money.ofMinor(amountMinor, currency);
  }

  public LocalDate businessDate() {
    return businessDate;
  }

  /** The channels to try when the current one fails, in order, with commas between. */
  public String channelsLeft() {
    return channelsLeft;
  }

  public State state() {
    return state;
  }

  /** The provider's last word, or why it was not sent; null before. */
  public String code() {
    return code;
  }

  /** CONSENT, or the rule by which it is sent without one; null before it was sent. */
  public String ground() {
    return ground;
  }

  /** When it is tried next; null when it is not. */
  public Instant nextAttemptAt() {
    return nextAttemptAt;
  }

  public int attempts() {
    return attempts;
  }
}
