package org.shouxin.origination.application;

import java.math.BigDecimal;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.origination.policy.LoanPurpose;
import org.shouxin.origination.policy.Product;
import org.shouxin.origination.policy.RepaymentMethod;

/**
 * An application as the offer and the contract see it.
 *
 * @param state as in the application's life
 */
public record AcceptedApplication(
    UUID id,
    UUID borrowerId,
    String state,
    Product product,
    Money principal,
    BigDecimal annualRate,
    RepaymentMethod method,
    int termMonths,
    LoanPurpose purpose,
    UUID assessmentId) {}
