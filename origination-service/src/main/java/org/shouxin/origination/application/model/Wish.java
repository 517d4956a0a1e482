package org.shouxin.origination.application.model;

import org.shouxin.chassis.money.Money;
import org.shouxin.origination.policy.LoanPurpose;
import org.shouxin.origination.policy.RepaymentMethod;

/**
 * What is asked for, and what it would be paid from.
 *
 * @param monthlyIncome as the applicant tells it
 * @param monthlyDebtService what the applicant pays on other debts a month
 */
public record Wish(
    String productCode,
    Money amount,
    int termMonths,
    RepaymentMethod method,
    LoanPurpose purpose,
    Money monthlyIncome,
    Money monthlyDebtService) {}
