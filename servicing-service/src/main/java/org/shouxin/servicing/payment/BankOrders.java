package org.shouxin.servicing.payment;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouxin.servicing.payment.model.BankOrder;

/** Orders to the bank. */
public interface BankOrders {

  Uni<Void> add(BankOrder order);

  Uni<Optional<BankOrder>> find(UUID id);

  Uni<Optional<BankOrder>> locked(UUID id);

  /** Those of the loans that have a debit whose outcome is not known. */
  Uni<Set<UUID>> withOpenDebit(Collection<UUID> loanIds);

  /** Adds orders of a day, however many; a loan with a debit under way gets no second one. */
  Uni<Void> addAll(LocalDate day, List<BankOrder.Wanted> wanted);

  /** Debits of the day or earlier ones whose outcome is not known. */
  Uni<Long> openDebits(LocalDate day);

  /**
   * Takes orders whose time has come, marks them as sent and puts their next attempt off until the
   * lease ends, so that no other instance takes them meanwhile.
   */
  Uni<List<Claimed>> claim(int limit, Instant now, Instant leaseUntil);

  /** Records that the bank named another amount; the same finding is recorded once. */
  Uni<Void> addBreak(BankOrder order, String source, long expectedMinor, long toldMinor);

  /**
   * An order that this instance may bring to the bank now.
   *
   * @param attempts attempts made, this one included; 1 means that it was never sent
   */
  record Claimed(BankOrder order, int attempts) {}
}
