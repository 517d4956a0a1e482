package org.shouxin.servicing.bureau.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * A borrower's word that a report is wrong: OPEN (the reports carry a flag) -> UPHELD | REJECTED,
 * with a written answer within twenty days (CN-CREDIT-03).
 *
 * @param words what the borrower says is wrong
 * @param answerDueOn last day on which the law lets us answer
 */
public record Objection(
    UUID objectionId,
    UUID loanId,
    String words,
    State state,
    LocalDate raisedOn,
    LocalDate answerDueOn,
    String answer,
    LocalDate answeredOn,
    String answeredBy) {

  /** CN-CREDIT-03: days to answer, the day of the objection not counted. */
  public static final int ANSWER_DAYS_MAX = 20;

  /** Where an objection stands. */
  public enum State {
    OPEN,
    UPHELD,
    REJECTED
  }

  public static Objection raised(UUID id, UUID loanId, String words, LocalDate day) {
    return new Objection(
        id, loanId, words, State.OPEN, day, day.plusDays(ANSWER_DAYS_MAX), null, null, null);
  }

  public Objection answered(State outcome, String text, String by, LocalDate day) {
    if (state != State.OPEN) {
      throw RuleViolation.conflict("OBJECTION_ANSWERED", "the objection was answered before");
    }
    return new Objection(objectionId, loanId, words, outcome, raisedOn, answerDueOn, text, day, by);
  }

  /** Days left to answer; negative when the law's time is over. */
  public long daysLeft(LocalDate today) {
    return ChronoUnit.DAYS.between(today, answerDueOn);
  }
}
