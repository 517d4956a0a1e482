package org.shouxin.servicing.arrangement.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.arrangement.model.Arrangement.Asked;
import org.shouxin.servicing.arrangement.model.Arrangement.Quoted;
import org.shouxin.servicing.arrangement.model.Arrangement.Review;
import org.shouxin.servicing.arrangement.model.Arrangement.State;
import org.shouxin.servicing.arrangement.model.ArrangementPolicy.Answer;
import org.shouxin.servicing.arrangement.model.ArrangementPolicy.Limits;
import org.shouxin.servicing.arrangement.model.ArrangementPolicy.Standing;
import org.shouxin.servicing.arrangement.model.Wish.Kind;
import org.shouxin.servicing.arrangement.model.Wish.Reason;
import org.shouxin.servicing.schedule.Rate;

class ArrangementTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 10);
  private static final LocalDate LAST = TODAY.plusDays(3);
  private static final Plan PLAN = plan(100_00);
  private static final Plan OTHER = plan(100_01);

  @Test
  void aQuoteIsAcceptedAsItWasShown() {
    Arrangement arrangement = quoted();

    arrangement.accept(PLAN, false, LAST);

    assertThat(arrangement.state()).isEqualTo(State.ACCEPTED);
    assertThat(arrangement.watchUntil()).isNull();
    assertRule("ARRANGEMENT_DECIDED", () -> arrangement.accept(PLAN, false, LAST));
    assertRule("ARRANGEMENT_DECIDED", () -> arrangement.withdraw(LAST));
  }

  @Test
  void aQuoteIsOutdatedWhenItWouldBringSomethingElseOrItsDaysHavePassed() {
    assertRule("ARRANGEMENT_OUTDATED", () -> quoted().accept(OTHER, false, TODAY));
    assertRule("ARRANGEMENT_OUTDATED", () -> quoted().accept(PLAN, false, LAST.plusDays(1)));
  }

  @Test
  void aQuoteThatNobodyAnswersLapsesAfterItsDays() {
    Arrangement arrangement = quoted();
    assertRule("ARRANGEMENT_RUNNING", () -> arrangement.lapse(LAST));

    arrangement.lapse(LAST.plusDays(1));

    assertThat(arrangement.state()).isEqualTo(State.LAPSED);
    assertRule("ARRANGEMENT_DECIDED", () -> arrangement.accept(PLAN, false, LAST));
  }

  @Test
  void aRejectionNamesItsRule() {
    Arrangement arrangement = asked();

    arrangement.reject("ARRANGEMENT_MONTHS", TODAY);

    assertThat(arrangement.state()).isEqualTo(State.REJECTED);
    assertThat(arrangement.rule()).isEqualTo("ARRANGEMENT_MONTHS");
    assertRule("ARRANGEMENT_DECIDED", () -> arrangement.accept(PLAN, false, TODAY));
  }

  @Test
  void aPersonWhoDidNotAskDecides() {
    Arrangement arrangement = asked();
    arrangement.refer("ARRANGEMENT_MONTHS");
    assertRule("ARRANGEMENT_NOT_QUOTED", () -> arrangement.accept(PLAN, false, TODAY));
    assertRule(
        "ARRANGEMENT_FOUR_EYES", () -> arrangement.decline(new Review("asker", "no", TODAY)));

    arrangement.approve(new Review("officer", "can pay then", TODAY), wish(2), quote());

    assertThat(arrangement.state()).isEqualTo(State.REQUESTED);
    assertThat(arrangement.wish().months()).isEqualTo(2);
    assertThat(arrangement.review())
        .hasValueSatisfying(r -> assertThat(r.by()).isEqualTo("officer"));
    assertRule("ARRANGEMENT_DECIDED", () -> arrangement.decline(new Review("other", "no", TODAY)));
  }

  /** CN-CLASS-02: from the first due date a year, or two periods if those last longer. */
  @Test
  void aRestructuredLoanIsWatched() {
    Arrangement arrangement = quoted();

    arrangement.accept(PLAN, true, TODAY);

    assertThat(arrangement.watchUntil()).isEqualTo(PLAN.firstDueDate().plusYears(1));
  }

  @Test
  void policyAnswersAtOnceOrAsksAPersonOrSaysNo() {
    assertAnswer(Answer.Kind.QUOTED, null, wish(3), new Standing("GRACE", 0, false));
    assertAnswer(
        Answer.Kind.REFERRED, "ARRANGEMENT_MONTHS", wish(4), new Standing("CURRENT", 0, false));
    assertAnswer(
        Answer.Kind.REJECTED, "ARRANGEMENT_MONTHS", wish(13), new Standing("CURRENT", 0, false));
    assertAnswer(Answer.Kind.REFERRED, "ARRANGEMENT_STAGE", wish(1), new Standing("M1", 0, false));
    assertAnswer(Answer.Kind.REJECTED, "ARRANGEMENT_STAGE", wish(1), new Standing("M2", 0, false));
    assertAnswer(
        Answer.Kind.REFERRED, "ARRANGEMENT_PER_YEAR", wish(1), new Standing("CURRENT", 1, false));
    assertAnswer(
        Answer.Kind.REJECTED, "ARRANGEMENT_PER_YEAR", wish(1), new Standing("CURRENT", 2, false));
  }

  @Test
  void proofIsNeededWhereTheDataSaySo() {
    ArrangementPolicy policy = policy(true);
    assertThat(policy.judge(wish(1), new Standing("CURRENT", 0, false)).rule())
        .isEqualTo("ARRANGEMENT_EVIDENCE");
  }

  private static void assertAnswer(Answer.Kind kind, String rule, Wish wish, Standing standing) {
    assertThat(policy(false).judge(wish, standing)).isEqualTo(new Answer(kind, rule));
  }

  private static ArrangementPolicy policy(boolean needsEvidence) {
    return new ArrangementPolicy(
        new Limits(3, "GRACE", 1, Set.of()),
        new Limits(12, "M1", 2, Set.of(Treatment.SPREAD)),
        needsEvidence,
        false,
        3);
  }

  private static Arrangement quoted() {
    Arrangement arrangement = asked();
    arrangement.quote(quote());
    return arrangement;
  }

  private static Quoted quote() {
    return new Quoted(7, TODAY, LAST, PLAN.digest(), Money.of("24.00", "CNY"));
  }

  private static Arrangement asked() {
    return Arrangement.asked(
        new UUID(0, 1),
        new UUID(0, 2),
        wish(4),
        "CNY",
        new Asked("asker", TODAY, Instant.parse("2026-01-10T02:00:00Z")));
  }

  private static Wish wish(int months) {
    return new Wish(Kind.EXTENSION, Reason.ILLNESS, months, null, null, null, null, null, "", null);
  }

  private static Plan plan(long interest) {
    return new Plan(
        List.of(new NewInstalment(1, TODAY, TODAY.plusMonths(1), 1_000_00, interest, 0, 0, 0)),
        0,
        Rate.of("0.12"));
  }

  private static void assertRule(String rule, Runnable transition) {
    assertThatThrownBy(transition::run)
        .isInstanceOfSatisfying(RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(rule));
  }
}
