package org.shouxin.servicing.schedule;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.schedule.Shape.Agreed;

/**
 * What a schedule is calculated from, all of it. Terms that exist are within the ranges and
 * combinations that {@link TermsRules} names. They are stored on the loan, so that the booked loan
 * is calculated by the same function as its preview.
 *
 * @param principal what the borrower receives, and what bears interest (CN-PRICE-04)
 * @param rate the contract rate as written
 */
public record Terms(
    Money principal,
    WrittenRate rate,
    RepaymentMethod method,
    Timing timing,
    Convention convention,
    Relief relief,
    Shape shape,
    List<Fee> fees,
    Law law) {

  /** Smallest principal under Chinese law, minor units: 100.00. */
  public static final long PRINCIPAL_MINOR_MIN = 100_00L;

  /** Largest one, minor units: 10,000,000.00, the ceiling of CN-LIMIT-02. */
  public static final long PRINCIPAL_MINOR_MAX = 10_000_000_00L;

  public static final int TERM_MONTHS_MAX = 60;

  /** A bullet loan runs one year at most (CN-LIMIT-01). */
  public static final int BULLET_MONTHS_MAX = 12;

  public Terms {
    fees = List.copyOf(fees);
    TermsRules.check(principal, rate, method, timing, relief, shape, fees, law);
  }

  /** A monthly loan at a yearly rate under the law of the day it starts, without anything else. */
  public Terms(
      Money principal,
      Rate annualRate,
      RepaymentMethod method,
      int termMonths,
      LocalDate start,
      Convention convention) {
    this(
        principal,
        WrittenRate.yearly(annualRate),
        method,
        months(method, start, termMonths),
        convention,
        Relief.NONE,
        Shape.ANY,
        List.of(),
        Law.microLoan(start));
  }

  /** Terms under the convention that a loan has when nothing else is said. */
  public static Terms monthly(
      Money principal, Rate annualRate, RepaymentMethod method, int termMonths, LocalDate start) {
    return new Terms(principal, annualRate, method, termMonths, start, Convention.MONTHLY_30_360);
  }

  /** Monthly periods; a bullet has one that lasts all months. */
  static Timing months(RepaymentMethod method, LocalDate start, int termMonths) {
    TermsRules.checkTermMonths(method, termMonths);
    return method == RepaymentMethod.BULLET
        ? Timing.every(start, 1, Frequency.months(termMonths))
        : Timing.monthly(start, termMonths);
  }

  /** Refuses a term in months that Chinese law or the calculation does not allow. */
  public static void checkTermMonths(RepaymentMethod method, int termMonths) {
    TermsRules.checkTermMonths(method, termMonths);
  }

  public LocalDate start() {
    return timing.start();
  }

  /** Calendar months from that of the start to that of the last due date. */
  public int termMonths() {
    LocalDate maturity =
        method == RepaymentMethod.OWN_SCHEDULE
            ? shape.agreed().get(shape.agreed().size() - 1).dueDate()
            : DueDates.last(timing);
    return (int) ChronoUnit.MONTHS.between(YearMonth.from(start()), YearMonth.from(maturity));
  }

  /**
   * The contract rate when it is written for a year.
   *
   * @throws IllegalStateException when it is written for a month or a day: it has no yearly form
   */
  public Rate annualRate() {
    if (rate.per() != WrittenRate.Unit.YEAR) {
      throw new IllegalStateException("the rate is written per " + rate.per());
    }
    return new Rate(rate.value());
  }

  public String currency() {
    return principal.currency().getCurrencyCode();
  }

  Rounding rounding() {
    return Rounding.of(convention, principal.currency().getDefaultFractionDigits());
  }

  /**
   * The terms of a loan whose money came on another day than the contract starts. Due dates that
   * the contract names stay as long as the money comes before the first of them; otherwise all of
   * them move by as many days. Agreed totals pay the principal that the contract has them pay.
   */
  public Terms startingOn(LocalDate day) {
    if (day.equals(start())) {
      return this;
    }
    boolean stays =
        (timing.firstDue() == null || timing.firstDue().isAfter(day))
            && (shape.agreed().isEmpty() || shape.agreed().get(0).dueDate().isAfter(day));
    long late = stays ? 0 : ChronoUnit.DAYS.between(start(), day);
    return new Terms(
        principal,
        rate,
        method,
        timing.movedTo(day, late),
        convention,
        relief,
        shape.withAgreed(late == 0 && !shape.hasTotals() ? shape.agreed() : agreedPrincipal(late)),
        fees,
        stays ? law : Law.none(law.contractedOn()));
  }

  private List<Agreed> agreedPrincipal(long days) {
    if (shape.agreed().isEmpty()) {
      return List.of();
    }
    return Schedule.of(this).rows().stream()
        .map(
            row ->
                new Agreed(
                    row.dueDate().plusDays(days),
                    row.number() == timing.instalments() ? Agreed.Kind.REST : Agreed.Kind.PRINCIPAL,
                    row.number() == timing.instalments() ? 0 : row.principalMinor()))
        .toList();
  }

  /**
   * The terms of what is left of the principal, in regular periods that end on the first due date
   * and after it: the contract's rate, frequency, convention and look of the instalments, without
   * relief and fees, and of no law since nothing is offered.
   *
   * @param rateInForce the rate from now on
   * @param dueDay the day of the month that is due; of no meaning when weeks or days are counted
   */
  public Terms ofRest(
      Money rest, WrittenRate rateInForce, int instalments, LocalDate firstDue, int dueDay) {
    Frequency every = timing.frequency();
    return new Terms(
        rest,
        rateInForce,
        method,
        new Timing(
            every.before(firstDue),
            instalments,
            every,
            firstDue,
            every.isMonthly() ? dueDay : null,
            timing.monthEnd(),
            null,
            Timing.BrokenPeriod.FIRST_INSTALMENT),
        convention,
        Relief.NONE,
        shape.ofRest(rest.minor(), instalments),
        List.of(),
        Law.none(law.contractedOn()));
  }

  /** The same terms in a contract of the day: its law counts. */
  public Terms contractedOn(LocalDate day) {
    return new Terms(
        principal,
        rate,
        method,
        timing,
        convention,
        relief,
        shape,
        fees,
        new Law(law.jurisdiction(), law.lender(), day));
  }

  /** The same contract with another principal. */
  Terms withPrincipal(Money other) {
    return new Terms(other, rate, method, timing, convention, relief, shape, fees, law);
  }
}
