package org.shouxin.servicing.loan.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.loan.model.AllocationOrder.Beyond;
import org.shouxin.servicing.loan.model.AllocationOrder.Timing;
import org.shouxin.servicing.loan.model.InstalmentFacts.Origin;
import org.shouxin.servicing.loan.model.InstalmentFacts.Version;
import org.shouxin.servicing.loan.model.Instruction.Mode;
import org.shouxin.servicing.loan.model.Instruction.Purpose;
import org.shouxin.servicing.schedule.Convention.DayCount;
import org.shouxin.servicing.schedule.Rate;
import org.shouxin.servicing.schedule.Schedule;

/**
 * What a borrower owes, as plain values: every rule of dueness, accrual and covering is here, for
 * the loan that changes as for the many that are read. Amounts in minor units.
 *
 * @param instalments those of every schedule version
 * @param creditMinor money received and not yet used
 */
public record Debt(List<InstalmentFacts> instalments, long creditMinor, Rules rules) {

  /**
   * What the contract and the books say about counting.
   *
   * @param writtenOffOn day of the write-off, after which nothing grows any more, or null
   * @param order in which money covers what is owed
   * @param pauses days that do not count as past due
   */
  public record Rules(
      Rate penaltyRate,
      int graceDays,
      DayCount dayCount,
      LocalDate writtenOffOn,
      AllocationOrder order,
      Pauses pauses,
      EarlierRates earlierRates) {

    /** Rules of a loan whose money goes as the law says, and of which all days count. */
    public Rules(Rate penaltyRate, int graceDays, DayCount dayCount, LocalDate writtenOffOn) {
      this(
          penaltyRate,
          graceDays,
          dayCount,
          writtenOffOn,
          AllocationOrder.STANDARD,
          Pauses.NONE,
          EarlierRates.NONE);
    }

    /** The same for a loan that was not given up. */
    Rules notWrittenOff() {
      return new Rules(penaltyRate, graceDays, dayCount, null, order, pauses, earlierRates);
    }

    /** The rate of penalty interest of an instalment: that of the day on which it was planned. */
    Rate penaltyRate(InstalmentFacts instalment) {
      return earlierRates.penalty(instalment.plannedOn(), penaltyRate);
    }

    boolean writtenOff(LocalDate day) {
      return writtenOffOn != null && !writtenOffOn.isAfter(day);
    }

    /** The day to which interest and penalty have grown at the end of a day. */
    LocalDate grownTo(LocalDate day) {
      return writtenOff(day) ? writtenOffOn : day;
    }
  }

  /** The debt after money covered a part of it, and what it covered. */
  public record Covered(Debt debt, Allocation allocation) {}

  public Debt {
    instalments = List.copyOf(instalments);
  }

  /** The instalments of the schedule of a day, oldest first. */
  List<InstalmentFacts> live(LocalDate day) {
    return instalments.stream()
        .filter(f -> f.liveOn(day))
        .sorted(
            Comparator.comparing(InstalmentFacts::dueDate).thenComparing(InstalmentFacts::number))
        .toList();
  }

  /**
   * What the books hold as claims at the end of a day on which, or after which, nothing more has
   * happened: recognised and unpaid, by component; nothing once the loan is given up.
   */
  public Breakdown receivables(LocalDate day) {
    return rules.writtenOff(day) ? Breakdown.NOTHING : owed(day);
  }

  /** The same without regard to a write-off: what the borrower owes. */
  public Breakdown owed(LocalDate day) {
    return open(live(day), day);
  }

  /** What is recognised and unpaid of some instalments. */
  Breakdown open(List<InstalmentFacts> live, LocalDate day) {
    Breakdown open = Breakdown.NOTHING;
    for (InstalmentFacts f : live) {
      open = open.plus(open(f, day)).plus(Component.INTEREST, heldMinor(f, day));
    }
    return open;
  }

  /** Interest that is owed and that no due instalment asks for yet. */
  long heldMinor(LocalDate day) {
    return live(day).stream().mapToLong(f -> heldMinor(f, day)).sum();
  }

  long heldMinor(InstalmentFacts instalment, LocalDate day) {
    return instalment.heldMinor(rules.grownTo(day));
  }

  /** Refuses another schedule while the contract's own has interest to ask that it put off. */
  public void requireNothingPutOff(LocalDate day) {
    if (heldMinor(day) != 0
        || live(day).stream().anyMatch(f -> !f.dueOn(day) && !f.putOff().equals(PutOff.NOTHING))) {
      throw RuleViolation.conflict(
          "INTEREST_PUT_OFF",
          "interest that the contract puts off is asked before another schedule is made");
    }
  }

  /** The same of one instalment. */
  public Breakdown open(InstalmentFacts instalment, LocalDate day) {
    return instalment.open(rules.grownTo(day), rules.penaltyRate(instalment), rules.dayCount());
  }

  /** Days past due of one instalment; none when the day's schedule is without it. */
  public int daysPastDue(InstalmentFacts instalment, LocalDate day) {
    return instalment.liveOn(day) ? PastDue.days(instalment, day, rules.pauses()) : 0;
  }

  public Position position(LocalDate day) {
    return Position.of(this, day);
  }

  /** True when nothing is left but fees that are not due, which end with the loan. */
  boolean allPaid(LocalDate day) {
    return live(day).stream().allMatch(f -> f.isPaid() || f.isCharge() && !f.dueOn(day));
  }

  /** The debt of a loan that ends: fees that are not due are cancelled. */
  Debt ended(LocalDate day) {
    return with(
        f ->
            f.isCharge() && f.replacedOn() == null && !f.dueOn(day)
                ? f.replaced(day, InstalmentFacts.CHARGE_VERSION)
                : f);
  }

  /** The debt without what is unpaid of a fee. */
  Debt waive(UUID chargeId, LocalDate day) {
    return with(f -> f.id().equals(chargeId) ? f.replaced(day, null) : f);
  }

  /** The instalments of a day's schedule that are not fully paid, oldest first; no fees. */
  public List<InstalmentFacts> unpaid(LocalDate day) {
    return live(day).stream().filter(f -> !f.isPaid() && !f.isCharge()).toList();
  }

  /** The fees that were put on the loan, but for those given up or cancelled. */
  public List<InstalmentFacts> charges() {
    return instalments.stream().filter(f -> f.isCharge() && f.replacedOn() == null).toList();
  }

  /** The debt with a fee. */
  Debt charge(UUID id, long minor, Charge charge, LocalDate day) {
    if (minor <= 0) {
      throw RuleViolation.conflict("CHARGE_NOTHING", "the fee comes to nothing");
    }
    int chargesEver = (int) instalments.stream().filter(InstalmentFacts::isCharge).count();
    PlannedInstalment row =
        new PlannedInstalment(
            chargesEver + 1, charge.dueDate(), charge.dueDate(), 0, 0, 0, minor, 0);
    List<InstalmentFacts> all = new ArrayList<>(instalments);
    all.add(
        InstalmentFacts.planned(
            id,
            new Version(InstalmentFacts.CHARGE_VERSION, null, null),
            day,
            row,
            rules.graceDays()));
    return new Debt(all, creditMinor, rules);
  }

  /** The instalments of a day's schedule that are neither due nor fully paid, oldest first. */
  List<InstalmentFacts> ahead(LocalDate day) {
    return live(day).stream().filter(f -> !f.dueOn(day) && f.isReplaceable()).toList();
  }

  /**
   * The debt of money that is paid out: the instalments of the schedule, and fees of the start,
   * which fall due on the day after so that they can be asked for before they are late.
   */
  Debt begin(Schedule schedule, LocalDate day, Supplier<UUID> ids) {
    Debt debt = plan(PlannedInstalment.of(schedule), day, ids, next(null, null), f -> false);
    for (Schedule.FeeAmount fee : schedule.upfrontFees()) {
      if (fee.minor() > 0) {
        Charge charge = Charge.ofStart(fee, day.plusDays(1));
        debt = debt.charge(ids.get(), fee.minor(), charge, day);
      }
    }
    return debt;
  }

  /** The number of the newest schedule version. */
  int version() {
    return instalments.stream().mapToInt(InstalmentFacts::scheduleVersion).max().orElse(0);
  }

  /** What was agreed on takes the place of all that is not fully paid. */
  Debt planUnpaid(List<PlannedInstalment> rows, LocalDate day, Supplier<UUID> ids) {
    return plan(rows, day, ids, next(Origin.ARRANGEMENT, null), InstalmentFacts::isReplaceable);
  }

  /** The same with other amounts than were agreed on. */
  Debt planCorrected(
      int corrects, List<PlannedInstalment> rows, LocalDate day, Supplier<UUID> ids) {
    return plan(rows, day, ids, next(Origin.CORRECTION, corrects), InstalmentFacts::isReplaceable);
  }

  /** A version that was planned on the day comes into force again. */
  Debt planAgain(int version, LocalDate day) {
    return with(
        f -> {
          if (f.scheduleVersion() == version) {
            return f.replaced(null, null);
          }
          return f.isReplaceable() ? f.replaced(day, version) : f;
        });
  }

  /** A new version in the place of what is not due and not fully paid. */
  Debt planAhead(List<PlannedInstalment> rows, LocalDate day, Supplier<UUID> ids) {
    return plan(
        rows,
        day,
        ids,
        next(Origin.EARLY_REPAYMENT, null),
        f -> f.isReplaceable() && !f.dueOn(day));
  }

  private Version next(Origin origin, Integer corrects) {
    return new Version(version() + 1, origin, corrects);
  }

  private Debt plan(
      List<PlannedInstalment> rows,
      LocalDate day,
      Supplier<UUID> ids,
      Version version,
      Predicate<InstalmentFacts> replaced) {
    List<InstalmentFacts> all = new ArrayList<>();
    instalments.forEach(f -> all.add(replaced.test(f) ? f.replaced(day, version.number()) : f));
    rows.forEach(
        row -> all.add(InstalmentFacts.planned(ids.get(), version, day, row, rules.graceDays())));
    return new Debt(all, creditMinor, rules);
  }

  /**
   * The debt as it was planned when the day began: later versions are as if they had never been,
   * and what they, or the end of the loan, took out is part of the schedule again.
   */
  Debt plannedBefore(LocalDate from) {
    return with(
        f -> {
          if (f.origin() != null && !f.plannedOn().isBefore(from)) {
            return f.replaced(f.plannedOn(), null);
          }
          return f.replacedBy() != null && !f.replacedOn().isBefore(from)
              ? f.replaced(null, null)
              : f;
        });
  }

  /** The debt by other rules. */
  Debt with(Rules other) {
    return new Debt(instalments, creditMinor, other);
  }

  private Debt with(UnaryOperator<InstalmentFacts> change) {
    return new Debt(instalments.stream().map(change).toList(), creditMinor, rules);
  }

  /** A payment covers what its instruction says. */
  Covered cover(MoneyEntry payment, Contract contract) {
    LocalDate day = payment.valueDate();
    if (payment.amountMinor() < 0) {
      return apply(payment.covered(), day);
    }
    Instruction how = payment.instruction() == null ? standing() : payment.instruction();
    return how.isEarly() && !rules.writtenOff(day)
        ? EarlyRepayment.of(this, payment.amountMinor(), day, how, contract)
        : receive(payment.amountMinor(), day);
  }

  /** What becomes of money of which the borrower has said nothing. */
  private Instruction standing() {
    return new Instruction(
        rules.order().beyond() == Beyond.REAMORTISE ? Purpose.PREPAYMENT : Purpose.DUE,
        Mode.LOWER_INSTALMENT);
  }

  /** Money comes in: it covers what is due, or anything once the loan is given up. */
  Covered receive(long minor, LocalDate day) {
    return apply(Allocation.of(minor, claims(day), rules.order()), day);
  }

  /** Earlier surplus covers what is due; its allocation takes from the credit what it covers. */
  Covered useCredit(LocalDate day) {
    Allocation all = Allocation.of(creditMinor, dueClaims(day), rules.order());
    return apply(new Allocation(all.lines(), -all.total().totalMinor()), day);
  }

  Covered apply(Allocation allocation, LocalDate day) {
    List<InstalmentFacts> after = new ArrayList<>(instalments);
    allocation.lines().forEach(line -> pay(after, line, day));
    return new Covered(new Debt(after, creditMinor + allocation.surplusMinor(), rules), allocation);
  }

  /** The debt as it stood at the end of a past day, as far as is known today. */
  Debt asOf(LocalDate day, List<MoneyEntry> money) {
    return withMoney(money.stream().filter(e -> !e.valueDate().isAfter(day)).toList());
  }

  /** The debt that exactly this money leaves, covering what it says. */
  Debt withMoney(List<MoneyEntry> money) {
    List<InstalmentFacts> paid =
        new ArrayList<>(instalments.stream().map(f -> f.untouched(rules.graceDays())).toList());
    long credit = 0;
    for (MoneyEntry entry : money) {
      entry.covered().lines().forEach(line -> pay(paid, line, entry.valueDate()));
      credit += entry.covered().surplusMinor();
    }
    return new Debt(paid, credit, rules);
  }

  /** True when an instalment becomes due on exactly this day. */
  boolean fallsDue(LocalDate day) {
    return instalments.stream().anyMatch(f -> f.dueDate().equals(day) && f.liveOn(day));
  }

  private void pay(List<InstalmentFacts> instalments, Allocation.Line line, LocalDate day) {
    int at = indexOf(instalments, line.instalmentId());
    InstalmentFacts paid = instalments.get(at);
    instalments.set(
        at, paid.pay(line.component(), line.minor(), rules.grownTo(day), rules.penaltyRate(paid)));
  }

  private List<Claim> claims(LocalDate day) {
    List<Claim> claims = new ArrayList<>(dueClaims(day));
    if (rules.order().beyond() == Beyond.NEXT_INSTALMENT && !rules.writtenOff(day)) {
      unpaid(day).stream()
          .filter(f -> !f.dueOn(day))
          .findFirst()
          .map(f -> claim(f, day))
          .ifPresent(claims::add);
    }
    return claims;
  }

  private List<Claim> dueClaims(LocalDate day) {
    return live(day).stream()
        .filter(f -> f.dueOn(day) || rules.writtenOff(day))
        .map(f -> claim(f, day))
        .toList();
  }

  private Claim claim(InstalmentFacts instalment, LocalDate day) {
    Timing timing = instalment.dueOn(day) ? Timing.DUE : Timing.IN_ADVANCE;
    return new Claim(
        instalment.id(),
        instalment.claimable(rules.grownTo(day), rules.penaltyRate(instalment), rules.dayCount()),
        instalment.dueDate().isBefore(day) ? Timing.PAST_DUE : timing);
  }

  private static int indexOf(List<InstalmentFacts> instalments, UUID id) {
    for (int at = 0; at < instalments.size(); at++) {
      if (instalments.get(at).id().equals(id)) {
        return at;
      }
    }
    throw new IllegalArgumentException("not an instalment of this loan: " + id);
  }
}
