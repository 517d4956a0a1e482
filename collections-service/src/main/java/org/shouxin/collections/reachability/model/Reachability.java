package org.shouxin.collections.reachability.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Whether a borrower can be reached by telephone, and how that became known.
 *
 * <p>REACHABLE -> SUSPECT after {@link #FAILURES_TO_SUSPECT} lawful failures in a row or one failed
 * receipt or a stranger's voice -> by the carrier's answer SUSPENDED, EMPTY, RECYCLED or
 * ACTIVE_NO_ANSWER. A number confirmed active by origination, or an answered call, leads back to
 * REACHABLE; but an answered call never does from RECYCLED, because a stranger answered it, and
 * only a newly verified number ends that state. An answer of NOT_EVALUATED changes nothing. Every
 * step is returned as a {@link Transition} to be kept.
 */
@Entity
@Table(name = "reachability")
public class Reachability {
  public static final int FAILURES_TO_SUSPECT = 3;

  @Id
  @Column(name = "borrower_id")
  private UUID borrowerId;

  @Enumerated(EnumType.STRING)
  private ReachState state;

  @Column(name = "failures_in_row")
  private int failuresInRow;

  @Column(name = "changed_on")
  private LocalDate changedOn;

  @Version private int version;

  protected Reachability() {}

  public Reachability(UUID borrowerId) {
    this.borrowerId = borrowerId;
    state = ReachState.REACHABLE;
  }

  /** A lawful attempt by telephone ended without an answer. */
  public Optional<Transition> attemptFailed(LocalDate day) {
    failuresInRow++;
    boolean watching = state == ReachState.REACHABLE || state == ReachState.ACTIVE_NO_ANSWER;
    return watching && failuresInRow >= FAILURES_TO_SUSPECT
        ? become(ReachState.SUSPECT, "FAILURES_IN_ROW", day)
        : Optional.empty();
  }

  /** A delivery receipt or the network said that the number does not work. */
  public Optional<Transition> receiptFailed(LocalDate day) {
    failuresInRow++;
    return state.isLost() ? Optional.empty() : become(ReachState.SUSPECT, "RECEIPT_FAILED", day);
  }

  /** A stranger is said to have answered; the carrier is asked, and no failure is counted. */
  public Optional<Transition> wrongPerson(LocalDate day) {
    return state.isLost() ? Optional.empty() : become(ReachState.SUSPECT, "WRONG_PERSON", day);
  }

  /** Somebody answered a call. */
  public Optional<Transition> answered(LocalDate day) {
    if (state == ReachState.RECYCLED) {
      return Optional.empty();
    }
    failuresInRow = 0;
    return become(ReachState.REACHABLE, "CALL_ANSWERED", day);
  }

  /** The carrier answered a check that collections asked for. */
  public Optional<Transition> checked(NumberStatus status, LocalDate day) {
    return switch (status) {
      case ACTIVE -> state == ReachState.SUSPECT ? activeNoAnswer(day) : Optional.empty();
      case SUSPENDED, EMPTY, RECYCLED -> dead(status, "NUMBER_CHECK", day);
      case NOT_EVALUATED, UNVERIFIED -> Optional.empty();
    };
  }

  /** Origination reported a change of the number's status on its own account. */
  public Optional<Transition> reported(NumberStatus status, LocalDate day) {
    return switch (status) {
      case ACTIVE -> confirmed(day);
      case SUSPENDED, EMPTY, RECYCLED -> dead(status, "CONTACT_CHANGED", day);
      case NOT_EVALUATED, UNVERIFIED -> Optional.empty();
    };
  }

  private Optional<Transition> activeNoAnswer(LocalDate day) {
    failuresInRow = 0;
    return become(ReachState.ACTIVE_NO_ANSWER, "NUMBER_CHECK", day);
  }

  private Optional<Transition> confirmed(LocalDate day) {
    boolean closed = state.isLost() || state == ReachState.SUSPENDED;
    if (!closed) {
      return Optional.empty();
    }
    failuresInRow = 0;
    return become(ReachState.REACHABLE, "NUMBER_CONFIRMED", day);
  }

  private Optional<Transition> dead(NumberStatus status, String cause, LocalDate day) {
    return state == ReachState.RECYCLED
        ? Optional.empty()
        : become(ReachState.valueOf(status.name()), cause, day);
  }

  private Optional<Transition> become(ReachState next, String cause, LocalDate day) {
    if (state == next) {
      return Optional.empty();
    }
    Transition step = new Transition(borrowerId, state, next, cause, day);
    state = next;
    changedOn = day;
    return Optional.of(step);
  }

  public UUID borrowerId() {
    return borrowerId;
  }

  public ReachState state() {
    return state;
  }

  public int failuresInRow() {
    return failuresInRow;
  }

  public LocalDate changedOn() {
    return changedOn;
  }
}
