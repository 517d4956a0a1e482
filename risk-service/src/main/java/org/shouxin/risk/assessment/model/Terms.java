package org.shouxin.risk.assessment.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shouxin.chassis.money.Money;
import org.shouxin.risk.assessment.model.RuleEvaluation.Verdict;
import org.shouxin.risk.assessment.model.policy.Ceiling;
import org.shouxin.risk.assessment.model.policy.Ceilings;
import org.shouxin.risk.assessment.model.policy.GradeBand;
import org.shouxin.risk.assessment.model.policy.Outcome;
import org.shouxin.risk.assessment.model.policy.Policy;
import org.shouxin.risk.assessment.model.policy.Stage;

/**
 * Limit and price of a grade under the law of the day.
 *
 * <p>Limit = min(income * the grade's multiple, the grade's limit, the legal ceiling) * the part
 * the borrower's standing allows - principal still owed, rounded down to a hundred of the currency.
 * Rate = min(the grade's rate, the legal ceiling). A ceiling the table does not know refers the
 * case.
 *
 * @param graded limit of the grade alone
 * @param annualRate null without a grade or without a ceiling
 */
record Terms(Money graded, Money limit, BigDecimal annualRate, List<RuleEvaluation> evaluations) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  static Terms of(AssessmentFacts facts, Policy policy, Ceilings ceilings, GradeBand band) {
    List<RuleEvaluation> evaluations = new ArrayList<>();
    String product = facts.loan().productCode();
    Optional<Ceiling> price =
        ceilings.strictest(Ceiling.Kind.ANNUAL_COST, facts.decidedOn(), product);
    Optional<Ceiling> amount =
        ceilings.strictest(Ceiling.Kind.BORROWER_AMOUNT, facts.decidedOn(), product);
    evaluations.add(inForce(price, Ceiling.Kind.ANNUAL_COST));
    evaluations.add(inForce(amount, Ceiling.Kind.BORROWER_AMOUNT));
    Money none = Money.zero(policy.currency());
    if (band == null || price.isEmpty() || amount.isEmpty()) {
      return new Terms(none, none, null, evaluations);
    }
    BigDecimal rate = band.annualRate().min(price.get().value());
    Money income = facts.applicant().monthlyIncome();
    if (income == null) {
      return new Terms(none, none, rate, evaluations);
    }
    Money ceiling = Money.of(amount.get().value().toPlainString(), policy.currency());
    Money graded =
        income.times(band.incomeMultiple(), RoundingMode.DOWN).min(band.limit()).min(ceiling);
    Money limit = limit(facts.standing(), graded, none);
    evaluations.add(largeEnough(limit, policy.minimumLimit()));
    return new Terms(graded, limit, rate, evaluations);
  }

  private static Money limit(AssessmentFacts.Standing standing, Money graded, Money none) {
    BigDecimal part = BigDecimal.valueOf(standing.newMoneyPercent(), 2);
    Money free = graded.times(part, RoundingMode.DOWN).minus(standing.outstanding()).max(none);
    BigDecimal hundreds = free.amount().divideToIntegralValue(HUNDRED);
    return Money.of(
        hundreds.multiply(HUNDRED).setScale(0, RoundingMode.UNNECESSARY).toPlainString(),
        free.currency().getCurrencyCode());
  }

  private static RuleEvaluation inForce(Optional<Ceiling> ceiling, Ceiling.Kind kind) {
    return new RuleEvaluation(
        ceiling.map(Ceiling::id).orElse(kind.name()),
        1,
        Stage.LIMIT,
        "CEILING_IN_FORCE",
        ceiling.map(each -> each.value().toPlainString()).orElse(null),
        null,
        ceiling.isPresent() ? Verdict.HOLDS : Verdict.UNKNOWN,
        ceiling.isPresent() ? Outcome.APPROVED : Outcome.REFERRED,
        "RULE_TABLE_EXPIRED");
  }

  private static RuleEvaluation largeEnough(Money limit, Money minimum) {
    boolean holds = limit.covers(minimum);
    return new RuleEvaluation(
        "LIMIT-MINIMUM",
        1,
        Stage.LIMIT,
        "LIMIT_AT_LEAST",
        minimum.amount().toPlainString(),
        limit.amount().toPlainString(),
        holds ? Verdict.HOLDS : Verdict.FAILS,
        holds ? Outcome.APPROVED : Outcome.DECLINED,
        "LIMIT_EXHAUSTED");
  }
}
