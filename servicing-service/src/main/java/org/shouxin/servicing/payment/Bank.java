package org.shouxin.servicing.payment;

import io.smallrye.mutiny.Uni;
import org.shouxin.servicing.payment.model.BankAnswer;
import org.shouxin.servicing.payment.model.BankOrder;

/** The lender's bank. A failure of these calls means that the outcome is not known. */
public interface Bank {

  /** Sends the order; sending it again under the same id is harmless. */
  Uni<BankAnswer> send(BankOrder order);

  /** Asks what became of the order. */
  Uni<BankAnswer> ask(BankOrder order);
}
