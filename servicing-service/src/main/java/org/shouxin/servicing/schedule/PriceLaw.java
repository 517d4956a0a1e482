package org.shouxin.servicing.schedule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.schedule.Law.Jurisdiction;
import org.shouxin.servicing.schedule.Law.Lender;

/**
 * The law of price as effective-dated data.
 *
 * <ul>
 *   <li>CN-PRICE-01 (guidance for micro-loan companies, December 2025): 24 %, and four times the
 *       one-year loan prime rate for loans contracted after 2027-12-31;
 *   <li>CN-PRICE-02 (金规〔2025〕9 号, item 6): 24 % for bank assisted loans from 2025-10-01;
 *   <li>CN-PRICE-03 (Supreme People's Court on private lending, articles 25 and 28): four times the
 *       one-year loan prime rate at signing, from 2020-08-20;
 *   <li>UK-CONC-01 (CONC 5A.2): 0.8 % a day of the principal, and charges up to the principal.
 * </ul>
 *
 * <p>A Chinese lender or day that no rule is known for is refused.
 */
final class PriceLaw {

  private static final Rate TWENTY_FOUR_PERCENT = Rate.of("0.24");
  private static final BigDecimal LPR_MULTIPLE = BigDecimal.valueOf(4);
  private static final LocalDate EVER = LocalDate.MAX;
  private static final BigDecimal UK_DAILY = new BigDecimal("0.008");

  /** One-year loan prime rate by the day it was published, newest first. */
  private static final List<LoanPrimeRate> LOAN_PRIME_RATES =
      List.of(
          lpr("2025-05-20", "0.0300"),
          lpr("2024-10-21", "0.0310"),
          lpr("2024-07-22", "0.0335"),
          lpr("2023-08-21", "0.0345"),
          lpr("2023-06-20", "0.0355"),
          lpr("2022-08-22", "0.0365"),
          lpr("2022-01-20", "0.0370"),
          lpr("2021-12-20", "0.0380"),
          lpr("2020-04-20", "0.0385"));

  /** Yearly caps; a null rate stands for four times the loan prime rate of the day. */
  private static final List<Yearly> YEARLY =
      List.of(
          yearly("CN-PRICE-01", Lender.MICRO_LOAN_COMPANY, "2000-01-01", "2027-12-31", true),
          yearly("CN-PRICE-01", Lender.MICRO_LOAN_COMPANY, "2028-01-01", null, false),
          yearly("CN-PRICE-02", Lender.BANK_ASSISTED, "2025-10-01", null, true),
          yearly("CN-PRICE-03", Lender.PRIVATE, "2020-08-20", null, false));

  private PriceLaw() {}

  private record LoanPrimeRate(LocalDate from, Rate rate) {}

  private record Yearly(String rule, Lender lender, LocalDate from, LocalDate to, Rate rate) {

    boolean isFor(Law law) {
      return lender == law.lender()
          && !law.contractedOn().isBefore(from)
          && !law.contractedOn().isAfter(to);
    }
  }

  static Optional<PriceCap> cap(Law law) {
    if (law.jurisdiction() != Jurisdiction.CN) {
      return Optional.empty();
    }
    for (Yearly yearly : YEARLY) {
      if (yearly.isFor(law)) {
        return Optional.of(new PriceCap(yearly.rule(), limit(yearly, law.contractedOn())));
      }
    }
    throw Invalid.field("/lender", "PRICE_RULE_UNKNOWN", "no price rule is known for it then");
  }

  /** Refuses a schedule that costs more than the law of its contract allows. */
  static void check(Schedule schedule, AnnualCost cost) {
    Law law = schedule.terms().law();
    cap(law).ifPresent(cap -> cap.check(cost));
    if (law.jurisdiction() == Jurisdiction.UK && law.lender() == Lender.HIGH_COST_SHORT_TERM) {
      checkHighCostShortTerm(schedule);
    }
  }

  private static void checkHighCostShortTerm(Schedule schedule) {
    long principal = schedule.principalMinor();
    long charges = schedule.upfrontMinor();
    long allowed = 0;
    long open = principal;
    LocalDate from = schedule.terms().start();
    for (ScheduleRow row : schedule.rows()) {
      charges += row.interestMinor() + row.feesMinor();
      long days = Convention.DayCount.ACT_365.days(from, row.dueDate());
      allowed +=
          UK_DAILY
              .multiply(BigDecimal.valueOf(open))
              .multiply(BigDecimal.valueOf(days))
              .longValue();
      open = row.balanceMinor();
      from = row.dueDate();
    }
    if (charges > Math.min(allowed, principal)) {
      throw RuleViolation.refused(
              "UK-CONC-01", "charges are above 0.8 % a day or above the principal")
          .field("/annualRate");
    }
  }

  private static Rate limit(Yearly yearly, LocalDate contractDay) {
    return yearly.rate() != null
        ? yearly.rate()
        : new Rate(primeRateOn(contractDay).yearly().multiply(LPR_MULTIPLE));
  }

  private static Rate primeRateOn(LocalDate day) {
    return LOAN_PRIME_RATES.stream()
        .filter(published -> !published.from().isAfter(day))
        .findFirst()
        .orElseThrow()
        .rate();
  }

  private static LoanPrimeRate lpr(String from, String rate) {
    return new LoanPrimeRate(LocalDate.parse(from), Rate.of(rate));
  }

  private static Yearly yearly(
      String rule, Lender lender, String from, String to, boolean twentyFour) {
    return new Yearly(
        rule,
        lender,
        LocalDate.parse(from),
        to == null ? EVER : LocalDate.parse(to),
        twentyFour ? TWENTY_FOUR_PERCENT : null);
  }
}
