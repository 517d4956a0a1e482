package org.shouxin.risk.limit.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouxin.chassis.money.Money;
import org.shouxin.risk.limit.model.LimitEvent.Warning;

/**
 * How much a borrower may owe: what the last approval granted, times the percent the borrower's
 * standing allows.
 *
 * <p>Down at once: contact lost 0 %, hold 0 %, 31 to 60 days late (M2) 25 %, later 0 %, written off
 * 0 % for good. Up by steps: when the cause ends half of the granted limit comes back, and each
 * loan repaid to its end adds a quarter until the whole is back. The percent is the smallest of the
 * cap and of all causes that still hold; rounding is down to the minor unit.
 */
@Entity
@Table(name = "borrower_limit")
public class BorrowerLimit {

  private static final int FULL_PERCENT = 100;
  private static final int CAP_AFTER_TROUBLE_PERCENT = 50;
  private static final int STEP_UP_PERCENT = 25;
  private static final String SEPARATOR = " ";

  @Id
  @Column(name = "borrower_id")
  private UUID borrowerId;

  @Column(name = "granted_minor")
  private long grantedMinor;

  private String currency;

  @Column(name = "cap_percent")
  private int capPercent;

  private String restrictions;

  protected BorrowerLimit() {}

  /** Nothing granted yet. */
  public BorrowerLimit(UUID borrowerId, String currency) {
    this.borrowerId = borrowerId;
    this.currency = currency;
    this.capPercent = FULL_PERCENT;
    this.restrictions = "";
  }

  /** An approval sets what may be owed before the standing is looked at. */
  public List<LimitEvent> granted(Money graded) {
    Money before = limit();
    grantedMinor = graded.minor();
    currency = graded.currency().getCurrencyCode();
    return changed(before, "GRANTED");
  }

  public List<LimitEvent> contactLost(String caseId) {
    return restrict(Restriction.Kind.CONTACT_LOST, caseId, Warning.CONTACT_LOST);
  }

  public List<LimitEvent> contactFound(String caseId) {
    return lift(caseId, "CONTACT_FOUND", Restriction.Kind.CONTACT_LOST);
  }

  /** The borrower is back: reachable and talking. */
  public List<LimitEvent> recovered(String caseId) {
    return lift(caseId, "BORROWER_RECOVERED", Restriction.Kind.CONTACT_LOST);
  }

  public List<LimitEvent> holdPlaced(String caseId) {
    return restrict(Restriction.Kind.HOLD, caseId, null);
  }

  public List<LimitEvent> holdReleased(String caseId) {
    return lift(caseId, "HOLD_RELEASED", Restriction.Kind.HOLD);
  }

  /**
   * @param stage of the loan as servicing names it; only M2 and later lower, only CURRENT restores
   */
  public List<LimitEvent> delinquencyChanged(String loanId, String stage) {
    return switch (stage) {
      case "M2" -> restrict(Restriction.Kind.DELINQUENT_M2, loanId, Warning.SECOND_MONTH_LATE);
      case "M3", "M4_PLUS" -> restrict(Restriction.Kind.DELINQUENT_M3_PLUS, loanId, null);
      case "CURRENT" -> cured(loanId, "DELINQUENCY_CURED");
      default -> List.of();
    };
  }

  public List<LimitEvent> writtenOff(String loanId) {
    return restrict(Restriction.Kind.WRITTEN_OFF, loanId, Warning.WRITTEN_OFF);
  }

  /** Repaid to its end: one step up. */
  public List<LimitEvent> repaid(String loanId) {
    Money before = limit();
    remove(loanId, Restriction.Kind.DELINQUENT_M2, Restriction.Kind.DELINQUENT_M3_PLUS);
    capPercent = Math.min(FULL_PERCENT, capPercent + STEP_UP_PERCENT);
    return changed(before, "LOAN_REPAID");
  }

  /** Part of a grade's limit that may be lent now, 0 to 100. */
  public int newMoneyPercent() {
    return held().stream().map(each -> each.kind().percent()).reduce(capPercent, Math::min);
  }

  public Money limit() {
    return Money.ofMinor(grantedMinor, currency)
        .times(BigDecimal.valueOf(newMoneyPercent(), 2), RoundingMode.DOWN);
  }

  public UUID borrowerId() {
    return borrowerId;
  }

  public Money granted() {
    return Money.ofMinor(grantedMinor, currency);
  }

  /** Names of the causes that hold, without their sources. */
  public List<String> restrictions() {
    return held().stream().map(each -> each.kind().name()).distinct().toList();
  }

  private List<LimitEvent> cured(String loanId, String reason) {
    return lift(
        loanId, reason, Restriction.Kind.DELINQUENT_M2, Restriction.Kind.DELINQUENT_M3_PLUS);
  }

  private List<LimitEvent> restrict(Restriction.Kind kind, String source, Warning warning) {
    Money before = limit();
    SortedSet<Restriction> held = held();
    if (!held.add(new Restriction(kind, source))) {
      return List.of();
    }
    write(held);
    List<LimitEvent> events = new ArrayList<>(changed(before, kind.name()));
    if (warning != null) {
      events.add(new LimitEvent.WarningDue(borrowerId, warning, source));
    }
    return events;
  }

  private List<LimitEvent> lift(String source, String reason, Restriction.Kind... kinds) {
    Money before = limit();
    remove(source, kinds);
    return changed(before, reason);
  }

  private void remove(String source, Restriction.Kind... kinds) {
    SortedSet<Restriction> held = held();
    for (Restriction.Kind kind : kinds) {
      if (held.remove(new Restriction(kind, source)) && kind.marks()) {
        capPercent = Math.min(capPercent, CAP_AFTER_TROUBLE_PERCENT);
      }
    }
    write(held);
  }

  private List<LimitEvent> changed(Money before, String reason) {
    Money now = limit();
    return now.equals(before)
        ? List.of()
        : List.of(new LimitEvent.LimitChanged(borrowerId, now, before, reason));
  }

  private SortedSet<Restriction> held() {
    return Arrays.stream(restrictions.split(SEPARATOR))
        .filter(text -> !text.isEmpty())
        .map(Restriction::parse)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void write(SortedSet<Restriction> held) {
    restrictions = held.stream().map(Restriction::written).collect(Collectors.joining(SEPARATOR));
  }
}
