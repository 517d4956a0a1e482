package org.shouxin.servicing.payment;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.shouxin.servicing.payment.model.BankOrder;
import org.shouxin.servicing.payment.model.Verdict;

/** Orders to the bank as plain rows, for work on many at once; no session keeps them. */
public interface BankOrderRows {

  /**
   * The orders of these ids, kept from everybody else until the transaction ends. What changes of
   * them is written with it.
   */
  Uni<Map<UUID, BankOrder>> locked(Collection<UUID> ids);

  /** Records that the bank named another amount; the same finding is recorded once. */
  void addBreak(BankOrder order, String source, Verdict.Differs differs, LocalDate day);
}
