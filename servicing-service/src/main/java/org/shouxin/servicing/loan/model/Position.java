package org.shouxin.servicing.loan.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.shouxin.servicing.schedule.Rate;

/**
 * What is owed on a day, at the end of that day. Amounts in minor units.
 *
 * @param due what has fallen due and is unpaid; penalty counts up to and with the day
 * @param principalOutstandingMinor all principal that is unpaid, due or not
 * @param interestAccruedMinor interest of the running period so far: interest of the next
 *     instalment x days passed / days of its period, both counted 30/360, rounded down
 * @param creditMinor money received and not yet used
 */
public record Position(
    LocalDate asOf,
    int daysPastDue,
    Stage stage,
    Breakdown due,
    long principalOutstandingMinor,
    long interestAccruedMinor,
    long creditMinor) {

  private static final int DAYS_PER_MONTH = 30;
  private static final int MONTHS_PER_YEAR = 12;

  /**
   * What the loan's own terms add to its instalments.
   *
   * @param creditMinor today's credit
   * @param writtenOffOn day of the write-off, or null
   */
  public record Terms(Rate penaltyRate, int graceDays, long creditMinor, LocalDate writtenOffOn) {}

  /** The position on a day, from today's facts with the later history taken away. */
  public static Position of(
      List<InstalmentFacts> facts, History after, LocalDate asOf, Terms terms) {
    List<InstalmentFacts> live =
        facts.stream()
            .filter(f -> f.liveOn(asOf))
            .sorted(Comparator.comparing(InstalmentFacts::dueDate))
            .toList();
    Breakdown due = Breakdown.NOTHING;
    long principal = 0;
    LocalDate oldest = null;
    for (InstalmentFacts f : live) {
      Breakdown open = open(f, after, asOf, terms);
      principal += open.principalMinor();
      if (f.dueOn(asOf)) {
        due = due.plus(open);
        if (oldest == null && open.totalMinor() > 0) {
          oldest = f.dueDate();
        }
      }
    }
    int late = oldest == null ? 0 : (int) ChronoUnit.DAYS.between(oldest, asOf);
    return new Position(
        asOf,
        late,
        writtenOff(asOf, terms) ? Stage.WRITTEN_OFF : Stage.of(late, terms.graceDays()),
        due,
        principal,
        accruing(live, asOf, terms).map(f -> accruedMinor(f, asOf)).orElse(0L),
        terms.creditMinor() - after.creditChangeMinor());
  }

  public long amountDueMinor() {
    return due.totalMinor();
  }

  /** What ends the loan on this day: everything due, principal not yet due, interest so far. */
  public long payoffMinor() {
    long owed =
        principalOutstandingMinor
            + due.costMinor()
            + due.interestMinor()
            + due.penaltyMinor()
            + interestAccruedMinor;
    return Math.max(0, owed - creditMinor);
  }

  private static boolean writtenOff(LocalDate asOf, Terms terms) {
    return terms.writtenOffOn() != null && !terms.writtenOffOn().isAfter(asOf);
  }

  private static Breakdown open(InstalmentFacts f, History after, LocalDate asOf, Terms terms) {
    boolean due = f.dueOn(asOf);
    long principal = f.planned().principalMinor() - paid(f, after, Component.PRINCIPAL);
    return new Breakdown(
        due ? f.planned().costMinor() - paid(f, after, Component.COST) : 0,
        (due ? f.planned().interestMinor() : f.interestCarriedMinor())
            - paid(f, after, Component.INTEREST),
        penaltyMinor(f, after, asOf, terms, due ? principal : 0)
            - paid(f, after, Component.PENALTY),
        principal);
  }

  private static long paid(InstalmentFacts f, History after, Component component) {
    long later = 0;
    for (Allocation.Line line : after.lines()) {
      if (line.instalmentId().equals(f.id()) && line.component() == component) {
        later += line.minor();
      }
    }
    return f.paid().of(component) - later;
  }

  private static long penaltyMinor(
      InstalmentFacts f, History after, LocalDate asOf, Terms terms, long baseMinor) {
    LocalDate to = writtenOff(asOf, terms) ? terms.writtenOffOn() : asOf;
    List<PenaltyAccrual> later =
        after.accruals().stream()
            .filter(accrual -> accrual.instalmentId().equals(f.id()))
            .sorted(Comparator.comparing(PenaltyAccrual::to))
            .toList();
    if (later.isEmpty()) {
      return f.planned().penaltyMinor()
          - f.penaltyStretchMinor()
          + stretch(f.penaltyFrom(), to, baseMinor, f.penaltyStretchMinor(), terms);
    }
    PenaltyAccrual next = later.get(0);
    long booked =
        f.planned().penaltyMinor() - later.stream().mapToLong(PenaltyAccrual::amountMinor).sum();
    return booked
        - next.stretchBeforeMinor()
        + stretch(next.stretchFrom(), to, baseMinor, next.stretchBeforeMinor(), terms);
  }

  private static long stretch(
      LocalDate from, LocalDate to, long baseMinor, long bookedMinor, Terms terms) {
    return Math.max(
        bookedMinor, PenaltyAccrual.stretchMinor(baseMinor, terms.penaltyRate(), from, to));
  }

  private static Optional<InstalmentFacts> accruing(
      List<InstalmentFacts> live, LocalDate asOf, Terms terms) {
    return writtenOff(asOf, terms)
        ? Optional.empty()
        : live.stream().filter(f -> !f.dueOn(asOf)).findFirst();
  }

  private static long accruedMinor(InstalmentFacts f, LocalDate asOf) {
    long passed = days360(f.periodStart(), asOf);
    long period = days360(f.periodStart(), f.dueDate());
    long running = f.planned().interestMinor() - f.interestCarriedMinor();
    return passed <= 0 ? 0 : running * Math.min(passed, period) / period;
  }

  private static long days360(LocalDate from, LocalDate to) {
    long months =
        (long) (to.getYear() - from.getYear()) * MONTHS_PER_YEAR
            + to.getMonthValue()
            - from.getMonthValue();
    return months * DAYS_PER_MONTH
        + Math.min(to.getDayOfMonth(), DAYS_PER_MONTH)
        - Math.min(from.getDayOfMonth(), DAYS_PER_MONTH);
  }
}
