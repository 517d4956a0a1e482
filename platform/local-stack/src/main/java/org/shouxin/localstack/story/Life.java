package org.shouxin.localstack.story;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shouxin.localstack.story.client.Login;
import org.shouxin.localstack.story.client.Pace;
import org.shouxin.localstack.story.plan.BorrowerPlan;

/**
 * One borrower on the way through the story: what the plan says, and what has become of it. Changed
 * by one thread at a time; the day's work of a borrower is one task.
 */
final class Life {

  private final BorrowerPlan plan;
  private final Login login;
  private volatile String borrowerId;
  private volatile String applicationId;
  private volatile Optional<Integer> score = Optional.empty();
  private volatile boolean offered;
  private volatile long readingSinceNanos;
  private volatile Optional<Loan> loan = Optional.empty();
  private volatile Optional<String> lineId = Optional.empty();
  private volatile Optional<Loan> draw = Optional.empty();
  private volatile Role role = Role.PLAIN;
  private volatile Optional<LocalDate> payDay = Optional.empty();
  private volatile boolean numberLost;
  private volatile boolean recovered;
  private volatile boolean ended;

  /** The loan that was paid out, with its live schedule. */
  record Loan(String id, BigDecimal principal, LocalDate valueDate, List<Due> schedule) {
    Loan {
      schedule = List.copyOf(schedule);
    }

    Loan with(List<Due> newSchedule) {
      return new Loan(id, principal, valueDate, newSchedule);
    }

    Optional<Due> dueOn(LocalDate day) {
      return schedule.stream().filter(due -> due.date().equals(day)).findFirst();
    }

    /** The due date of an instalment; the last one's for a number beyond the schedule. */
    LocalDate dateOf(int number) {
      return schedule.stream()
          .filter(due -> due.number() >= number)
          .findFirst()
          .orElse(schedule.get(schedule.size() - 1))
          .date();
    }

    LocalDate maturity() {
      return schedule.get(schedule.size() - 1).date();
    }
  }

  Life(BorrowerPlan plan, Login login) {
    this.plan = plan;
    this.login = login;
  }

  BorrowerPlan plan() {
    return plan;
  }

  String alias() {
    return plan.alias();
  }

  Login login() {
    return login;
  }

  String card() {
    return plan.persona().cardNumber();
  }

  String borrowerId() {
    return borrowerId;
  }

  void registered(String id) {
    borrowerId = id;
  }

  String applicationId() {
    return applicationId;
  }

  void applied(String id) {
    applicationId = id;
  }

  /** The score at application, as the risk service keeps it. */
  Optional<Integer> score() {
    return score;
  }

  void scored(int newScore) {
    score = Optional.of(newScore);
  }

  /** Has an offer to accept. */
  boolean hasOffer() {
    return offered;
  }

  void offered() {
    offered = true;
  }

  /** The offer is on the screen from now on. */
  void reads() {
    readingSinceNanos = System.nanoTime();
  }

  /** Waits until the offer has been on the screen for so long. */
  void awaitReading(Duration duration) {
    long left = duration.toNanos() - (System.nanoTime() - readingSinceNanos);
    if (left > 0) {
      Pace.pause(left / 1_000_000 + 1);
    }
  }

  Optional<Loan> loan() {
    return loan;
  }

  void has(Loan newLoan) {
    loan = Optional.of(newLoan);
  }

  /** The credit line, once there is one. */
  Optional<String> lineId() {
    return lineId;
  }

  void hasLine(String id) {
    lineId = Optional.of(id);
  }

  /** What was drawn on the line. */
  Optional<Loan> draw() {
    return draw;
  }

  void drew(Loan newDraw) {
    draw = Optional.of(newDraw);
  }

  /** The loan and the draw, as far as there are any. */
  Stream<Loan> loans() {
    return Stream.concat(loan.stream(), draw.stream());
  }

  Role role() {
    return role;
  }

  void plays(Role newRole) {
    role = newRole;
  }

  /** The day on which a promise will be kept. */
  Optional<LocalDate> payDay() {
    return payDay;
  }

  void willPayOn(LocalDate day) {
    payDay = Optional.of(day);
  }

  void paid() {
    payDay = Optional.empty();
  }

  /** The day, today or later, on which the plan has the arrears caught up. */
  Optional<LocalDate> nextCatchUp(LocalDate today) {
    if (loan.isEmpty()) {
      return Optional.empty();
    }
    return loan.get().schedule().stream()
        .filter(due -> due.date().isBefore(today))
        .filter(due -> plan.conduct(due.number()).catchUpDays().isPresent())
        .map(due -> due.date().plusDays(plan.conduct(due.number()).catchUpDays().getAsInt()))
        .filter(day -> !day.isBefore(today))
        .findFirst();
  }

  /** Whether the instalment from which on nothing is paid any more fell due before this day. */
  boolean hasStopped(LocalDate today) {
    return plan.stopsPaying()
        && loan.isPresent()
        && loan.get().dateOf(plan.defaultsFrom()).isBefore(today);
  }

  /** Somebody else has the number now and picks up. */
  boolean strangerAnswers() {
    return numberLost && role == Role.NUMBER_RECYCLED;
  }

  void loseNumber() {
    numberLost = true;
  }

  /** Pays in time again after having stopped. */
  boolean recovered() {
    return recovered;
  }

  void recover() {
    recovered = true;
  }

  /** Nothing is to be paid any more. */
  boolean ended() {
    return ended;
  }

  void end() {
    ended = true;
  }
}
