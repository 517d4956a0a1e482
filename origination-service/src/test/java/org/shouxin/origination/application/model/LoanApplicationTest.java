package org.shouxin.origination.application.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.origination.policy.LoanPurpose;
import org.shouxin.origination.policy.Product;
import org.shouxin.origination.policy.RepaymentMethod;

class LoanApplicationTest {

  private static final Instant AT = Instant.parse("2026-01-05T02:00:00Z");
  private static final Money SMALLEST = Money.of("1000.00", "CNY");
  private static final Money ASKED = Money.of("50000.00", "CNY");
  private static final UUID LOAN = new UUID(0, 9);

  @Example
  void aWholeLife() {
    LoanApplication application = submitted();
    List<ApplicationEvent> events = application.decided(approval("80000.00"), AT);
    assertThat(events)
        .singleElement()
        .isInstanceOfSatisfying(
            ApplicationEvent.Decided.class,
            decided -> assertThat(decided.outcome()).isEqualTo(Outcome.APPROVED));
    application.offered(AT.plusSeconds(60));
    application.accepted();
    application.contracted(LOAN);
    assertThat(application.state()).isEqualTo(ApplicationState.CONTRACTED);
    application.loanBecame(LoanState.DISBURSED);
    application.loanBecame(LoanState.CLOSED);
    application.loanBecame(LoanState.DISBURSED);
    assertThat(application.loanState()).isEqualTo(LoanState.CLOSED);
  }

  @Property
  void neverMoreThanAskedNorThanTheLimit(
      @ForAll @LongRange(min = 0, max = 30_000_000) long limitMinor) {
    Decision decision =
        Decision.of(judgement(Outcome.APPROVED, Money.ofMinor(limitMinor, "CNY")), ASKED, SMALLEST);
    LoanApplication application = submitted();
    application.decided(decision, AT);
    if (limitMinor < SMALLEST.minor()) {
      assertThat(application.state()).isEqualTo(ApplicationState.DECLINED);
      assertThat(application.reasons()).containsExactly(Reason.of(Reason.LIMIT_TOO_LOW));
      assertThat(application.approved()).isNull();
    } else {
      assertThat(application.approved().minor()).isEqualTo(Math.min(limitMinor, ASKED.minor()));
    }
  }

  @Example
  void nobodyJudgedIsReferredAndTriedAgain() {
    LoanApplication application = submitted();
    assertThat(application.decided(Decision.unavailable(), AT)).hasSize(1);
    assertThat(application.state()).isEqualTo(ApplicationState.REFERRED);
    assertThat(application.decided(Decision.unavailable(), AT)).isEmpty();
    assertThat(application.awaitsJudgement()).isTrue();
    broken(
        () -> application.reviewed(Outcome.APPROVED, "reviewer", "fine", SMALLEST, AT),
        LoanApplication.RULE_JUDGEMENT);
    assertThat(application.state()).isEqualTo(ApplicationState.REFERRED);
    application.decided(approval("50000.00"), AT);
    assertThat(application.state()).isEqualTo(ApplicationState.APPROVED);
  }

  @Example
  void aReviewerMayApproveWhatWasJudgedAndReferred() {
    LoanApplication application = submitted();
    application.decided(
        Decision.of(judgement(Outcome.REFERRED, Money.of("20000.00", "CNY")), ASKED, SMALLEST), AT);
    application.reviewed(Outcome.APPROVED, "reviewer", "seen", SMALLEST, AT);
    assertThat(application.approved()).isEqualTo(Money.of("20000.00", "CNY"));
    assertThat(application.reasons()).containsExactly(new Reason(Reason.REVIEWED, "seen"));
  }

  @Example
  void aDeclineMayBeAppealedOnce() {
    LoanApplication application = submitted();
    application.decided(
        Decision.of(judgement(Outcome.DECLINED, Money.zero("CNY")), ASKED, SMALLEST), AT);
    application.appealed(AT);
    assertThat(application.state()).isEqualTo(ApplicationState.REFERRED);
    assertThat(application.awaitsJudgement()).isFalse();
    broken(
        () -> application.reviewed(Outcome.APPROVED, "reviewer", "x", SMALLEST, AT),
        Reason.LIMIT_TOO_LOW);
    application.reviewed(Outcome.DECLINED, "reviewer", "stays", SMALLEST, AT);
    broken(() -> application.appealed(AT), LoanApplication.RULE_APPEALED);
  }

  @Example
  void stepsOutOfOrderAreRefused() {
    LoanApplication application = submitted();
    outOfOrder(() -> application.offered(AT));
    outOfOrder(application::accepted);
    outOfOrder(() -> application.contracted(LOAN));
    outOfOrder(() -> application.appealed(AT));
    application.withdrawn(AT);
    outOfOrder(() -> application.withdrawn(AT));
    outOfOrder(() -> application.decided(approval("50000.00"), AT));
  }

  @Example
  void anOfferEndsWhenItsTimeIsOver() {
    LoanApplication application = submitted();
    application.decided(approval("50000.00"), AT);
    assertThat(application.expireIfDue(AT.plusSeconds(100))).isFalse();
    application.offered(AT.plusSeconds(60));
    assertThat(application.expireIfDue(AT.plusSeconds(60))).isFalse();
    assertThat(application.expireIfDue(AT.plusSeconds(61))).isTrue();
    outOfOrder(application::accepted);
  }

  @Example
  void reasonsSurviveTheirColumn() {
    ReasonLines lines = new ReasonLines();
    List<Reason> reasons = List.of(new Reason("R1", "text with blanks"), Reason.of("R2"));
    assertThat(lines.convertToEntityAttribute(lines.convertToDatabaseColumn(reasons)))
        .isEqualTo(reasons);
    assertThat(lines.convertToEntityAttribute("")).isEmpty();
  }

  private static Decision approval(String limit) {
    return Decision.of(judgement(Outcome.APPROVED, Money.of(limit, "CNY")), ASKED, SMALLEST);
  }

  private static Judgement judgement(Outcome outcome, Money limit) {
    return new Judgement(
        new UUID(0, 5), outcome, 640, "B", limit, new BigDecimal("0.180000"), List.of());
  }

  private static LoanApplication submitted() {
    Product product =
        new Product(
            "CONSUMER_ONLINE",
            1,
            "CN",
            LocalDate.of(2020, 1, 1),
            null,
            SMALLEST,
            Money.of("200000.00", "CNY"),
            "CN-LIMIT-02",
            3,
            24,
            Set.of(RepaymentMethod.values()),
            Set.of(LoanPurpose.MEDICAL),
            new BigDecimal("1.5"),
            3,
            Map.of());
    Wish wish =
        new Wish(
            product.code(),
            ASKED,
            12,
            RepaymentMethod.EQUAL_INSTALMENT,
            LoanPurpose.MEDICAL,
            Money.of("9000.00", "CNY"),
            Money.zero("CNY"));
    return new LoanApplication(new UUID(0, 1), new UUID(0, 2), "person", "key", wish, product, AT);
  }

  private static void outOfOrder(ThrowingCallable step) {
    broken(step, LoanApplication.RULE_STATE);
  }

  private static void broken(ThrowingCallable step, String rule) {
    assertThatThrownBy(step)
        .isInstanceOfSatisfying(RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(rule));
  }
}
