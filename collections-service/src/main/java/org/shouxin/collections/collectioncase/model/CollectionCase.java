package org.shouxin.collections.collectioncase.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The work on one overdue loan, from the day it passed its grace to the day it was cured or written
 * off.
 *
 * <p>OPEN -> CLOSED (CURED when the loan is paid up or closed, WRITTEN_OFF when the lender gave the
 * claim up). A loan has at most one open case; a loan that falls behind again gets a new one, a
 * written-off loan none. While OPEN the tier follows the stage and the amount due, and never falls
 * back inside one case. The borrower may be lost and found meanwhile; a case cured after a loss
 * says so with {@link CaseEvent.BorrowerRecovered}. Facts older than the last one are ignored.
 */
@Entity
@Table(name = "collection_case")
public class CollectionCase {
  @Id private UUID id;

  @Column(name = "loan_id")
  private UUID loanId;

  @Column(name = "borrower_id")
  private UUID borrowerId;

  @Enumerated(EnumType.STRING)
  private CaseState state;

  @Enumerated(EnumType.STRING)
  private Stage stage;

  @Enumerated(EnumType.STRING)
  private Tier tier;

  @Column(name = "tier_since")
  private LocalDate tierSince;

  @Column(name = "days_past_due")
  private int daysPastDue;

  @Column(name = "amount_due_minor")
  private long amountDueMinor;

  private String currency;

  @Column(name = "as_of")
  private LocalDate asOf;

  @Column(name = "opened_on")
  private LocalDate openedOn;

  @Column(name = "closed_on")
  private LocalDate closedOn;

  @Enumerated(EnumType.STRING)
  private CaseOutcome outcome;

  @Column(name = "contact_lost")
  private boolean contactLost;

  @Column(name = "ever_lost")
  private boolean everLost;

  @Version private int version;

  protected CollectionCase() {}

  private CollectionCase(UUID id, Delinquency facts) {
    this.id = id;
    loanId = facts.loanId();
    borrowerId = facts.borrowerId();
    state = CaseState.OPEN;
    stage = facts.stage();
    tier = TierPolicy.tierOf(facts.stage(), facts.amountDueMinor());
    tierSince = facts.businessDate();
    daysPastDue = facts.daysPastDue();
    amountDueMinor = facts.amountDueMinor();
    currency = facts.currency();
    asOf = facts.businessDate();
    openedOn = facts.businessDate();
  }

  /** Opens a case for a loan past its grace. */
  public static Opening open(UUID id, Delinquency facts) {
    CollectionCase opened = new CollectionCase(id, facts);
    return new Opening(
        opened,
        List.of(
            new CaseEvent.CaseOpened(
                id, facts.loanId(), facts.borrowerId(), facts.daysPastDue(), opened.openedOn)));
  }

  /** A new case together with the events of its opening. */
  public record Opening(CollectionCase opened, List<CaseEvent> events) {}

  /** Takes a newer statement of how late the loan is; closes the case when it is late no more. */
  public List<CaseEvent> delinquencyChanged(Delinquency facts) {
    if (state == CaseState.CLOSED || facts.businessDate().isBefore(asOf)) {
      return List.of();
    }
    asOf = facts.businessDate();
    stage = facts.stage();
    daysPastDue = facts.daysPastDue();
    amountDueMinor = facts.amountDueMinor();
    if (stage == Stage.CURRENT) {
      return close(CaseOutcome.CURED, asOf);
    }
    if (stage == Stage.WRITTEN_OFF) {
      return close(CaseOutcome.WRITTEN_OFF, asOf);
    }
    Tier next = TierPolicy.tierOf(stage, amountDueMinor);
    if (next.compareTo(tier) > 0) {
      tier = next;
      tierSince = asOf;
    }
    return List.of();
  }

  /** The loan was paid in full. */
  public List<CaseEvent> loanClosed(LocalDate day) {
    return close(CaseOutcome.CURED, day);
  }

  /** The lender wrote the loan off. */
  public List<CaseEvent> loanWrittenOff(LocalDate day) {
    return close(CaseOutcome.WRITTEN_OFF, day);
  }

  /** The borrower's number turned out to be empty or somebody else's. */
  public List<CaseEvent> contactLost(String channel, String numberStatus, LocalDate day) {
    if (state == CaseState.CLOSED || contactLost) {
      return List.of();
    }
    contactLost = true;
    everLost = true;
    return List.of(new CaseEvent.ContactLost(id, loanId, borrowerId, channel, numberStatus, day));
  }

  /** The borrower can be reached again, by a confirmed number or an answered call. */
  public List<CaseEvent> contactFound(String channel, String numberStatus, LocalDate day) {
    if (state == CaseState.CLOSED || !contactLost) {
      return List.of();
    }
    contactLost = false;
    return List.of(new CaseEvent.ContactFound(id, loanId, borrowerId, channel, numberStatus, day));
  }

  private List<CaseEvent> close(CaseOutcome how, LocalDate day) {
    if (state == CaseState.CLOSED) {
      return List.of();
    }
    state = CaseState.CLOSED;
    outcome = how;
    closedOn = day;
    List<CaseEvent> events = new ArrayList<>();
    events.add(new CaseEvent.CaseClosed(id, loanId, borrowerId, daysPastDue, how, day));
    if (how == CaseOutcome.CURED && everLost) {
      events.add(new CaseEvent.BorrowerRecovered(id, loanId, borrowerId, day));
    }
    return List.copyOf(events);
  }

  public boolean isOpen() {
    return state == CaseState.OPEN;
  }

  public UUID id() {
    return id;
  }

  public UUID loanId() {
    return loanId;
  }

  public UUID borrowerId() {
    return borrowerId;
  }

  public CaseState state() {
    return state;
  }

  public Stage stage() {
    return stage;
  }

  public Tier tier() {
    return tier;
  }

  public LocalDate tierSince() {
    return tierSince;
  }

  public int daysPastDue() {
    return daysPastDue;
  }

  public long amountDueMinor() {
    return amountDueMinor;
  }

  public String currency() {
    return currency;
  }

  public LocalDate openedOn() {
    return openedOn;
  }

  public LocalDate closedOn() {
    return closedOn;
  }

  public CaseOutcome outcome() {
    return outcome;
  }

  public boolean isContactLost() {
    return contactLost;
  }

  public int version() {
    return version;
  }
}
