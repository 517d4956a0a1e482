package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.shouxin.chassis.money.Money;

/** Orders to pay borrowers; an order is written with the loan and sent later, exactly once. */
public interface Payouts {

  Uni<Void> order(UUID loanId, String agreement, Money principal);
}
