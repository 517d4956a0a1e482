package org.shouxin.servicing.loan.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.shouxin.servicing.loan.model.InstalmentFacts.Origin;

/**
 * A schedule that was agreed on, to be made again on its own day because older money is found to
 * count otherwise than was known then.
 *
 * <p>What was agreed on stands: dates, rate and shape. Its amounts follow what was unpaid on its
 * day. Principal and the interest that runs on it change in proportion to the principal (principal
 * rounded down, the last instalment takes the rest; interest rounded half up). What was carried
 * into it (accrued interest, penalty interest, fees) changes by what is now owed more, on the first
 * instalment, or less, taken off the oldest first.
 *
 * @param version of the schedule that was agreed on
 * @param agreed its instalments, oldest first
 * @param inForce what the schedule that is in force now took over: all principal and fees, interest
 *     and penalty that had accrued
 * @param replaced what was unpaid of the instalments whose place it took, as known until now
 * @param paidBefore payments of its own day that came before it
 */
record Agreement(
    int version,
    LocalDate day,
    List<PlannedInstalment> agreed,
    Breakdown inForce,
    Breakdown replaced,
    Set<UUID> paidBefore) {

  /**
   * The agreements made on a day or after it, in their order.
   *
   * @param history the money as it counted until now
   */
  static List<Agreement> since(Debt now, LocalDate from, List<MoneyEntry> history) {
    Set<Integer> versions = new TreeSet<>();
    now.instalments().stream()
        .filter(f -> f.origin() == Origin.ARRANGEMENT && !f.plannedOn().isBefore(from))
        .forEach(f -> versions.add(f.scheduleVersion()));
    return versions.stream().map(version -> of(now, version, history)).toList();
  }

  private static Agreement of(Debt now, int version, List<MoneyEntry> history) {
    List<InstalmentFacts> agreed = ofVersion(now, version);
    LocalDate day = agreed.get(0).plannedOn();
    int standing = standing(now, version);
    List<InstalmentFacts> replaced =
        now.instalments().stream()
            .filter(f -> !f.isCharge() && Integer.valueOf(standing).equals(f.replacedBy()))
            .toList();
    return new Agreement(
        version,
        day,
        agreed.stream().map(Agreement::planned).toList(),
        takenOver(ofVersion(now, standing).stream().map(Agreement::planned).toList()),
        unpaid(now, replaced, day),
        paidBefore(now, version, day, history));
  }

  /** Money of its own day came before it when it covered none of its instalments or later ones. */
  private static Set<UUID> paidBefore(
      Debt now, int version, LocalDate day, List<MoneyEntry> history) {
    Set<Integer> descent = descent(now, version);
    Map<UUID, Integer> versions =
        now.instalments().stream()
            .filter(f -> !f.isCharge())
            .collect(Collectors.toMap(InstalmentFacts::id, InstalmentFacts::scheduleVersion));
    Set<UUID> before = new HashSet<>();
    for (MoneyEntry entry : history) {
      List<Integer> touched =
          entry.covered().lines().stream()
              .map(line -> versions.get(line.instalmentId()))
              .filter(Objects::nonNull)
              .toList();
      if (entry.isPayment()
          && entry.valueDate().equals(day)
          && !touched.isEmpty()
          && touched.stream().noneMatch(descent::contains)) {
        before.add(entry.paymentId());
      }
    }
    return before;
  }

  /** The version that stands in the place of one that was agreed on, or that one itself. */
  private static int standing(Debt now, int version) {
    return now.instalments().stream()
        .filter(f -> Integer.valueOf(version).equals(f.corrects()) && !f.isVoid())
        .mapToInt(InstalmentFacts::scheduleVersion)
        .max()
        .orElse(version);
  }

  /** The schedule versions that are an agreement's, or took the place of what is. */
  private static Set<Integer> descent(Debt now, int version) {
    Set<Integer> descent = new TreeSet<>(List.of(version, standing(now, version)));
    int before = 0;
    while (descent.size() > before) {
      before = descent.size();
      now.instalments().stream()
          .filter(f -> f.replacedBy() != null && descent.contains(f.scheduleVersion()))
          .forEach(f -> descent.add(f.replacedBy()));
    }
    return descent;
  }

  /** Puts it in the place of all that is unpaid. */
  Debt make(Debt debt, Supplier<UUID> ids) {
    debt.requireNothingPutOff(day);
    List<InstalmentFacts> open =
        debt.instalments().stream().filter(InstalmentFacts::isReplaceable).toList();
    Breakdown unpaid = unpaid(debt, open, day);
    Breakdown more = unpaid.plus(replaced.negate());
    Breakdown wanted = atLeastNothing(inForce.plus(more));
    return wanted.equals(takenOver(agreed))
        ? debt.planAgain(version, day)
        : debt.planCorrected(version, rows(wanted), day, ids);
  }

  private List<PlannedInstalment> rows(Breakdown wanted) {
    Breakdown before = takenOver(agreed);
    long[] interest =
        moved(
            agreed.stream().mapToLong(PlannedInstalment::interestCarriedMinor).toArray(),
            wanted.interestMinor() - before.interestMinor());
    long[] penalty =
        moved(
            agreed.stream().mapToLong(PlannedInstalment::penaltyCarriedMinor).toArray(),
            wanted.penaltyMinor() - before.penaltyMinor());
    long[] fees =
        moved(
            agreed.stream().mapToLong(PlannedInstalment::feesMinor).toArray(),
            wanted.costMinor() - before.costMinor());
    List<PlannedInstalment> rows = new ArrayList<>();
    long left = wanted.principalMinor();
    for (int at = 0; at < agreed.size(); at++) {
      PlannedInstalment row = agreed.get(at);
      long running = row.interestMinor() - row.interestCarriedMinor();
      long principal =
          at == agreed.size() - 1
              ? left
              : part(row.principalMinor(), wanted, before, RoundingMode.DOWN);
      left -= principal;
      rows.add(
          new PlannedInstalment(
              row.number(),
              row.periodStart(),
              row.dueDate(),
              principal,
              part(running, wanted, before, RoundingMode.HALF_UP) + interest[at],
              interest[at],
              fees[at],
              penalty[at]));
    }
    return rows;
  }

  private static long part(long minor, Breakdown wanted, Breakdown before, RoundingMode rounding) {
    return before.principalMinor() == 0
        ? 0
        : BigDecimal.valueOf(minor)
            .multiply(BigDecimal.valueOf(wanted.principalMinor()))
            .divide(BigDecimal.valueOf(before.principalMinor()), 0, rounding)
            .longValueExact();
  }

  /** The parts with more on the first, or with less, taken off from the first on. */
  private static long[] moved(long[] parts, long more) {
    long left = more;
    for (int at = 0; at < parts.length && left != 0; at++) {
      long change = Math.max(left, -parts[at]);
      parts[at] += change;
      left -= change;
    }
    return parts;
  }

  private static List<InstalmentFacts> ofVersion(Debt debt, int version) {
    return debt.instalments().stream().filter(f -> f.scheduleVersion() == version).toList();
  }

  private static Breakdown takenOver(List<PlannedInstalment> rows) {
    Breakdown all = Breakdown.NOTHING;
    for (PlannedInstalment row : rows) {
      all =
          all.plus(
              new Breakdown(
                  row.feesMinor(),
                  row.interestCarriedMinor(),
                  row.penaltyCarriedMinor(),
                  row.principalMinor()));
    }
    return all;
  }

  /** What a new schedule takes over: fees whether due or not, the rest as it is open. */
  private static Breakdown unpaid(Debt debt, List<InstalmentFacts> instalments, LocalDate day) {
    Breakdown all = Breakdown.NOTHING;
    for (InstalmentFacts f : instalments) {
      Breakdown open = debt.open(f, day);
      all =
          all.plus(
              new Breakdown(
                  f.planned().costMinor() - f.paid().costMinor(),
                  open.interestMinor(),
                  open.penaltyMinor(),
                  open.principalMinor()));
    }
    return all;
  }

  private static Breakdown atLeastNothing(Breakdown parts) {
    return new Breakdown(
        Math.max(0, parts.costMinor()),
        Math.max(0, parts.interestMinor()),
        Math.max(0, parts.penaltyMinor()),
        parts.principalMinor());
  }

  private static PlannedInstalment planned(InstalmentFacts f) {
    return new PlannedInstalment(
        f.number(),
        f.periodStart(),
        f.dueDate(),
        f.planned().principalMinor(),
        f.planned().interestMinor(),
        f.interestCarriedMinor(),
        f.planned().costMinor(),
        f.penaltyCarriedMinor());
  }
}
