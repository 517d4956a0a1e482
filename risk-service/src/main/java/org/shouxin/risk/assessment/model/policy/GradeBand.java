package org.shouxin.risk.assessment.model.policy;

import java.math.BigDecimal;
import org.shouxin.chassis.money.Money;

/**
 * What a grade may have.
 *
 * @param minimumScore lowest score of the grade, points
 * @param annualRate nominal rate a year, 0.18 = 18 %
 * @param incomeMultiple limit in monthly incomes
 * @param limit limit whatever the income
 */
public record GradeBand(
    String grade,
    int minimumScore,
    BigDecimal annualRate,
    BigDecimal incomeMultiple,
    Money limit) {}
