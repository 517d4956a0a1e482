package org.shouxin.risk.assessment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouxin.risk.assessment.model.CaseFixture.cny;
import static org.shouxin.risk.assessment.model.CaseFixture.sound;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouxin.chassis.json.CanonicalJson;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.text.Texts;
import org.shouxin.risk.assessment.PolicyCatalogue;
import org.shouxin.risk.assessment.model.RuleEvaluation.Verdict;
import org.shouxin.risk.assessment.model.policy.Outcome;
import org.shouxin.risk.assessment.model.policy.Policy;
import org.shouxin.risk.scorecard.BundledCard;
import org.shouxin.risk.scorecard.card.Feature;

class DecisionTest {

  private static final PolicyCatalogue POLICIES = new PolicyCatalogue();
  private static final Policy POLICY = POLICIES.version("cn-2026-01").orElseThrow();
  private static final Score GOOD =
      new Score(
          "card",
          600,
          "0.047619",
          List.of(
              new Score.FeaturePoints("utilisation", 2, 10, 30),
              new Score.FeaturePoints("open_loans", 1, 5, 0),
              new Score.FeaturePoints("enquiries_90d", 1, 5, 40),
              new Score.FeaturePoints("open_debt", -1, 0, 30),
              new Score.FeaturePoints("last_payment_ratio", -1, 0, 5)));

  @Test
  void aSoundApplicantIsApprovedWithGradeLimitAndRate() {
    AssessmentResult result = decide(sound());
    assertThat(result.outcome()).isEqualTo(Outcome.APPROVED);
    assertThat(result.grade()).isEqualTo("B");
    assertThat(result.annualRate()).isEqualTo("0.132000");
    assertThat(result.limit()).isEqualTo(cny("60000.00"));
    assertThat(result.expiresAt()).isEqualTo("2026-07-01T02:03:04.005Z");
    assertThat(result.evaluations()).allMatch(each -> each.verdict() == Verdict.HOLDS);
  }

  @Test
  void thePriceFollowsTheLawOfTheDay() {
    assertThat(decide(sound().on(LocalDate.of(2027, 12, 31))).annualRate()).isEqualTo("0.132000");
    assertThat(decide(sound().on(LocalDate.of(2028, 1, 1))).annualRate()).isEqualTo("0.120000");
  }

  @Test
  void everyTableOfCeilingsIsKeptForReplay() {
    assertThat(POLICIES.ceilings().version()).isEqualTo("cn-ceilings-2");
    assertThat(POLICIES.ceilings("cn-ceilings-1")).isPresent();
    assertThat(POLICIES.ceilings("cn-ceilings-0")).isEmpty();
  }

  @Test
  void reasonsAreThePointsLostMostFirstMissingOnce() {
    assertThat(decide(sound()).reasons())
        .containsExactly("FEATURE_ENQUIRIES_90D", "FEATURE_UTILISATION", "INFORMATION_MISSING");
  }

  static Stream<Arguments> refusals() {
    AssessmentFacts.Applicant rich = sound().applicant();
    return Stream.of(
        Arguments.of("EXCL-BLACKLIST", "DECLINED", "BLACKLISTED", sound().listed("ACTIVE")),
        Arguments.of(
            "EXCL-BLACKLIST-DISPUTED",
            "REFERRED",
            "BLACKLIST_DISPUTED",
            sound().listed("DISPUTED")),
        Arguments.of("EXCL-AGE-MIN", "DECLINED", "AGE_OUT_OF_RANGE", aged(17)),
        Arguments.of("EXCL-AGE-MAX", "DECLINED", "AGE_OUT_OF_RANGE", aged(71)),
        Arguments.of("EXCL-AGE-MIN", "REFERRED", "AGE_OUT_OF_RANGE", aged(null)),
        Arguments.of(
            "EXCL-IDENTITY",
            "DECLINED",
            "IDENTITY_MISMATCH",
            sound().with(new AssessmentFacts.Identity(Match.MISMATCH, Match.MATCH))),
        Arguments.of(
            "ELIG-IDENTITY",
            "REFERRED",
            "IDENTITY_NOT_CONFIRMED",
            sound().with(new AssessmentFacts.Identity(Match.NOT_EVALUATED, Match.MATCH))),
        Arguments.of(
            "ELIG-FACE",
            "REFERRED",
            "FACE_MISMATCH",
            sound().with(new AssessmentFacts.Identity(Match.MATCH, Match.MISMATCH))),
        Arguments.of(
            "ELIG-PHONE-STATUS",
            "DECLINED",
            "PHONE_NOT_ACTIVE",
            phone(PhoneStatus.RECYCLED, 48, Match.MATCH)),
        Arguments.of(
            "ELIG-PHONE-STATUS",
            "REFERRED",
            "PHONE_NOT_ACTIVE",
            phone(PhoneStatus.NOT_EVALUATED, 48, Match.MATCH)),
        Arguments.of(
            "ELIG-PHONE-NAME",
            "DECLINED",
            "PHONE_NAME_MISMATCH",
            phone(PhoneStatus.ACTIVE, 48, Match.MISMATCH)),
        Arguments.of(
            "ELIG-PHONE-AGE",
            "DECLINED",
            "PHONE_TOO_NEW",
            phone(PhoneStatus.ACTIVE, 2, Match.MATCH)),
        Arguments.of(
            "ELIG-PHONE-AGE",
            "REFERRED",
            "PHONE_TOO_NEW",
            phone(PhoneStatus.ACTIVE, null, Match.MATCH)),
        Arguments.of(
            "ELIG-BUREAU",
            "REFERRED",
            "BUREAU_UNAVAILABLE",
            sound()
                .with(new AssessmentFacts.Applicant(35, cny("90000.00"), cny("0.00")))
                .with(loan("20000.01", 12))
                .with(noBureau())),
        Arguments.of(
            "ELIG-STANDING",
            "DECLINED",
            "LIMIT_SUSPENDED",
            sound().with(standing(0, "0.00", "CONTACT_LOST"))),
        Arguments.of(
            "AFFORD-DEBT-SERVICE",
            "DECLINED",
            "NOT_AFFORDABLE",
            sound().with(new AssessmentFacts.Applicant(35, cny("12000.00"), cny("5000.00")))),
        Arguments.of(
            "AFFORD-DEBT-SERVICE",
            "REFERRED",
            "NOT_AFFORDABLE",
            sound().with(new AssessmentFacts.Applicant(35, rich.monthlyIncome(), null))),
        Arguments.of(
            "AFFORD-DEBT-SERVICE",
            "REFERRED",
            "NOT_AFFORDABLE",
            sound().with(new AssessmentFacts.Applicant(35, null, cny("0.00")))),
        Arguments.of(
            "LIMIT-MINIMUM",
            "DECLINED",
            "LIMIT_EXHAUSTED",
            sound().with(standing(100, "59900.00"))),
        Arguments.of(
            "ANNUAL_COST", "REFERRED", "RULE_TABLE_EXPIRED", sound().on(LocalDate.of(2025, 1, 1))));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("refusals")
  void eachRuleRefusesByName(String rule, String outcome, String code, CaseFixture fixture) {
    AssessmentResult result = decide(fixture);
    assertThat(result.outcome()).isEqualTo(Outcome.valueOf(outcome));
    assertThat(result.evaluations())
        .anySatisfy(
            each -> {
              assertThat(each.id()).isEqualTo(rule);
              assertThat(each.outcome().name()).isEqualTo(outcome);
            });
    assertThat(result.reasons()).contains(code).hasSizeLessThanOrEqualTo(4);
    if (result.outcome() == Outcome.DECLINED) {
      assertThat(result.limit().isZero()).isTrue();
      assertThat(result.annualRate()).isNull();
    }
  }

  @Test
  void aScoreBelowTheCutOffIsDeclinedWithItsFeatures() {
    AssessmentResult result = decide(sound(), new Score("card", 409, "0.4", GOOD.features()));
    assertThat(result.outcome()).isEqualTo(Outcome.DECLINED);
    assertThat(result.grade()).isNull();
    assertThat(result.reasons())
        .containsExactly(
            "SCORE_BELOW_CUT_OFF",
            "FEATURE_ENQUIRIES_90D",
            "FEATURE_UTILISATION",
            "INFORMATION_MISSING");
  }

  @Test
  void aSmallLoanWithoutBureauIsDecidedOnTheRest() {
    assertThat(decide(sound().with(noBureau())).outcome()).isEqualTo(Outcome.APPROVED);
    assertThat(FeatureSheet.of(sound().with(noBureau()).facts()))
        .doesNotContainKeys("utilisation", "open_debt", "worst_status_24m");
  }

  @Test
  void standingAndDebtLowerTheLimit() {
    assertThat(decide(sound().with(standing(50, "0.00"))).limit()).isEqualTo(cny("30000.00"));
    assertThat(decide(sound().with(standing(100, "12345.67"))).limit()).isEqualTo(cny("47600.00"));
  }

  @Test
  void noLimitAndNoRateGoesAboveTheLaw() {
    AssessmentFacts.Applicant rich =
        new AssessmentFacts.Applicant(35, cny("900000.00"), cny("0.00"));
    AssessmentResult result = decide(sound().with(rich), new Score("card", 700, "0.01", List.of()));
    assertThat(result.limit()).isEqualTo(cny("200000.00"));
    assertThat(POLICY.grades())
        .allMatch(band -> band.annualRate().compareTo(new BigDecimal("0.24")) <= 0);
  }

  @Property
  void unknownNeverApproves(
      @ForAll boolean noAge,
      @ForAll boolean noIncome,
      @ForAll boolean noMonths,
      @ForAll @IntRange(min = 300, max = 800) int score) {
    CaseFixture fixture =
        sound()
            .with(
                new AssessmentFacts.Applicant(
                    noAge ? null : 35, noIncome ? null : cny("12000.00"), cny("0.00")))
            .with(new AssessmentFacts.Phone(PhoneStatus.ACTIVE, noMonths ? null : 48, Match.MATCH));
    AssessmentResult result = decide(fixture, new Score("card", score, "0.1", List.of()));
    boolean unknown = noAge || noIncome || noMonths;
    assertThat(result.outcome() == Outcome.APPROVED).isEqualTo(!unknown && score >= 410);
    assertThat(CanonicalJson.bytes(decide(fixture, new Score("card", score, "0.1", List.of()))))
        .isEqualTo(CanonicalJson.bytes(result));
  }

  @Test
  void instalmentIsTheAnnuityRoundedUp() {
    assertThat(Instalment.of(loan("12000.00", 12), new BigDecimal("0.240000")))
        .isEqualTo(cny("1134.72"));
    assertThat(Instalment.of(loan("12000.00", 12), BigDecimal.ZERO)).isEqualTo(cny("1000.00"));
    assertThat(
            Instalment.of(
                new AssessmentFacts.Loan(
                    "P", cny("12000.00"), 12, RepaymentMethod.EQUAL_PRINCIPAL, "X"),
                new BigDecimal("0.24")))
        .isEqualTo(cny("1240.00"));
  }

  @Test
  void everyCodeHasATextInBothLanguages() {
    Stream<String> codes =
        Stream.concat(
            Stream.of("INFORMATION_MISSING", "LIMIT_EXHAUSTED", "RULE_TABLE_EXPIRED"),
            Stream.concat(
                POLICY.rules().stream().map(rule -> rule.code()),
                Stream.of(Feature.values())
                    .map(each -> "FEATURE_" + each.column().toUpperCase(Locale.ROOT))));
    codes.forEach(
        code -> {
          assertThat(Texts.of("reasons", Locale.SIMPLIFIED_CHINESE, code)).isNotBlank();
          assertThat(Texts.of("reasons", Locale.ENGLISH, code)).matches("\\p{ASCII}+");
        });
  }

  @Test
  void noTraitIsAFeatureAndTheBundledCardScoresNone() {
    assertThat(new BundledCard().card().features())
        .noneMatch(each -> Feature.PROTECTED_TRAITS.contains(each.name()));
    assertThat(FeatureSheet.of(sound().facts()).keySet())
        .doesNotContainAnyElementsOf(Feature.PROTECTED_TRAITS);
  }

  private static AssessmentResult decide(CaseFixture fixture) {
    return decide(fixture, GOOD);
  }

  private static AssessmentResult decide(CaseFixture fixture, Score score) {
    return Decision.of(fixture.facts(), POLICY, POLICIES.ceilings(), score);
  }

  private static CaseFixture aged(Integer age) {
    return sound().with(new AssessmentFacts.Applicant(age, cny("12000.00"), cny("0.00")));
  }

  private static CaseFixture phone(PhoneStatus status, Integer months, Match name) {
    return sound().with(new AssessmentFacts.Phone(status, months, name));
  }

  private static AssessmentFacts.Loan loan(String amount, int months) {
    return new AssessmentFacts.Loan(
        "CONSUMER", cny(amount), months, RepaymentMethod.EQUAL_INSTALMENT, "DAILY_CONSUMPTION");
  }

  private static AssessmentFacts.Bureau noBureau() {
    return new AssessmentFacts.Bureau(false, null, null, null, null, null, null, Map.of());
  }

  private static AssessmentFacts.Standing standing(
      int percent, String outstanding, String... restrictions) {
    Money owed = cny(outstanding);
    return new AssessmentFacts.Standing(percent, List.of(restrictions), owed);
  }
}
