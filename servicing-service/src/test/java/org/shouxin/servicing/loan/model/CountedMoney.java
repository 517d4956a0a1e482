package org.shouxin.servicing.loan.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The money of a loan as it counts, kept from its events as the store keeps it from the lines. */
public final class CountedMoney {

  private final List<MoneyEntry> entries = new ArrayList<>();

  private final Map<UUID, Instruction> instructions = new HashMap<>();

  public UUID instructed(UUID paymentId, Instruction instruction) {
    instructions.put(paymentId, instruction);
    return paymentId;
  }

  public Past past() {
    return new Past(
        entries.stream().sorted(Comparator.comparing(MoneyEntry::valueDate)).toList(),
        TestIds::next);
  }

  public Optional<MoneyEntry> anyPayment(int which) {
    List<MoneyEntry> payments = entries.stream().filter(MoneyEntry::isPayment).toList();
    return payments.isEmpty()
        ? Optional.empty()
        : Optional.of(payments.get(which % payments.size()));
  }

  public void happened(LoanEvent event) {
    if (event instanceof LoanEvent.PaymentPosted e) {
      entries.add(
          new MoneyEntry(
              e.paymentId(),
              e.valueDate(),
              e.amountMinor(),
              e.allocation(),
              instructions.get(e.paymentId()),
              e.recovery()));
    }
    if (event instanceof LoanEvent.PaymentReversed e) {
      entries.removeIf(entry -> e.paymentId().equals(entry.paymentId()));
    }
    if (event instanceof LoanEvent.CreditApplied e) {
      MoneyEntry use = MoneyEntry.ofCredit(e.businessDate(), e.allocation());
      int at = index(use);
      if (at < 0) {
        entries.add(use);
      } else {
        entries.set(at, entries.get(at).and(e.allocation()));
      }
    }
    if (event instanceof LoanEvent.Reallocated e) {
      e.moved().forEach(this::moved);
    }
  }

  private void moved(Replay.Moved moved) {
    int at = moved.before() == null ? -1 : index(moved.before());
    if (at < 0) {
      entries.add(moved.after());
    } else if (moved.after() == null) {
      entries.remove(at);
    } else if (moved.after().valueDate().equals(moved.before().valueDate())) {
      entries.set(at, moved.after());
    } else {
      entries.remove(at);
      entries.add(moved.after());
    }
  }

  private int index(MoneyEntry entry) {
    for (int at = 0; at < entries.size(); at++) {
      if (entries.get(at).isSameAs(entry)) {
        return at;
      }
    }
    return -1;
  }
}
