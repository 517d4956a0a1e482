package org.shouxin.servicing.loan.persistence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouxin.servicing.loan.model.Allocation;
import org.shouxin.servicing.loan.model.Instruction;
import org.shouxin.servicing.loan.model.LoanTransaction;
import org.shouxin.servicing.loan.model.MoneyEntry;

/** Makes the money that counts of the lines that were written, taken back and written again. */
final class MoneyHistory {

  private MoneyHistory() {}

  /** The same money is what has the same payment, or is a use of surplus, of the same day. */
  private record Key(UUID paymentId, LocalDate valueDate) {}

  /**
   * The entries, by the day from which they count, then as they were first written.
   *
   * @param transactions in the order in which they were written
   */
  static List<MoneyEntry> of(
      List<LoanTransaction> transactions,
      List<AllocatedLine> lines,
      Map<UUID, Instruction> instructions) {
    Map<UUID, List<AllocatedLine>> covered =
        lines.stream().collect(Collectors.groupingBy(AllocatedLine::transactionId));
    Map<Key, MoneyEntry> entries = new LinkedHashMap<>();
    for (LoanTransaction transaction : transactions) {
      MoneyEntry part =
          part(
              transaction,
              covered.getOrDefault(transaction.id(), List.of()),
              instructions.get(transaction.figures().paymentId()));
      entries.merge(new Key(part.paymentId(), part.valueDate()), part, MoneyHistory::sum);
    }
    List<MoneyEntry> counting = new ArrayList<>(entries.values());
    counting.removeIf(MoneyHistory::isNothing);
    counting.sort(Comparator.comparing(MoneyEntry::valueDate));
    return counting;
  }

  private static MoneyEntry part(
      LoanTransaction transaction, List<AllocatedLine> lines, Instruction instruction) {
    LoanTransaction.Figures figures = transaction.figures();
    return new MoneyEntry(
        figures.paymentId(),
        figures.valueDate(),
        figures.amountMinor(),
        new Allocation(lines.stream().map(AllocatedLine::line).toList(), figures.unappliedMinor()),
        instruction,
        figures.recovery());
  }

  private static MoneyEntry sum(MoneyEntry one, MoneyEntry other) {
    return new MoneyEntry(
        one.paymentId(),
        one.valueDate(),
        one.amountMinor() + other.amountMinor(),
        Allocation.sum(List.of(one.covered(), other.covered())),
        one.instruction(),
        one.recovery() || other.recovery());
  }

  private static boolean isNothing(MoneyEntry entry) {
    return entry.amountMinor() == 0
        && entry.covered().lines().isEmpty()
        && entry.covered().surplusMinor() == 0;
  }
}
