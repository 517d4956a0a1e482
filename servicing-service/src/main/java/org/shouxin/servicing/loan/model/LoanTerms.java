package org.shouxin.servicing.loan.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.schedule.Convention;
import org.shouxin.servicing.schedule.LateTerms;
import org.shouxin.servicing.schedule.Rate;
import org.shouxin.servicing.schedule.RepaymentMethod;
import org.shouxin.servicing.schedule.Schedule;
import org.shouxin.servicing.schedule.Terms;
import org.shouxin.servicing.schedule.TermsText;
import org.shouxin.servicing.schedule.WrittenRate;

/**
 * What the contract says: all of its terms as canonical text, from which the schedule is
 * calculated, and beside it what is read in bulk. Only the rate changes, by an arrangement that the
 * borrower accepted; the arrangement keeps what it was. Rates are yearly fractions of one.
 *
 * @param annualRate the rate in force; what a rate written for a month or a day comes to in a year
 *     of the day count
 * @param penaltyRate yearly rate of penalty interest, already held under the cap
 * @param contractHash hash of the contract's text
 * @param text the canonical text of the terms; null for a loan of before it was kept, whose columns
 *     say all there is
 */
@Embeddable
public record LoanTerms(
    @Column(name = "principal_minor") long principalMinor,
    @Column(name = "currency") String currency,
    @Column(name = "annual_rate") BigDecimal annualRate,
    @Column(name = "method") @Enumerated(EnumType.STRING) RepaymentMethod method,
    @Column(name = "term_months") int termMonths,
    @Column(name = "day_count") @Enumerated(EnumType.STRING) Convention.DayCount dayCount,
    @Column(name = "rounding") @Enumerated(EnumType.STRING) RoundingMode rounding,
    @Column(name = "grace_days") int graceDays,
    @Column(name = "penalty_rate") BigDecimal penaltyRate,
    @Column(name = "product_code") String productCode,
    @Column(name = "purpose") String purpose,
    @Column(name = "contract_hash") String contractHash,
    @Column(name = "contracted_on") LocalDate contractedOn,
    @Column(name = "terms") String text) {

  private static final int RATE_DIGITS = 8;

  public static LoanTerms of(
      Terms terms, LateTerms late, String productCode, String purpose, String contractHash) {
    return new LoanTerms(
        terms.principal().minor(),
        terms.currency(),
        terms.rate().annualised(terms.convention().dayCount()).yearly(),
        terms.method(),
        terms.termMonths(),
        terms.convention().dayCount(),
        terms.convention().rounding(),
        late.graceDays(),
        late.penaltyRate().yearly(),
        productCode,
        purpose,
        contractHash,
        terms.law().contractedOn(),
        TermsText.canonical().write(terms));
  }

  /**
   * At another rate from now on. The penalty rate follows in proportion, rounded down, for it is
   * agreed as a multiple of the rate.
   */
  LoanTerms withRate(Rate rate) {
    BigDecimal penalty =
        annualRate.signum() == 0
            ? penaltyRate
            : penaltyRate
                .multiply(rate.yearly())
                .divide(annualRate, RATE_DIGITS, RoundingMode.DOWN);
    return withRates(rate.yearly(), penalty);
  }

  LoanTerms withRates(BigDecimal annual, BigDecimal penalty) {
    return new LoanTerms(
        principalMinor,
        currency,
        annual,
        method,
        termMonths,
        dayCount,
        rounding,
        graceDays,
        penalty,
        productCode,
        purpose,
        contractHash,
        contractedOn,
        text);
  }

  public Money principal() {
    return money(principalMinor);
  }

  public Money money(long minor) {
    return Money.ofMinor(minor, currency);
  }

  public Rate rate() {
    return new Rate(annualRate);
  }

  public Rate penalty() {
    return new Rate(penaltyRate);
  }

  /** The terms of the contract, all of them. */
  public Terms contract() {
    return text == null
        ? new Terms(
            principal(),
            rate(),
            method,
            termMonths,
            contractedOn,
            new Convention(dayCount, rounding))
        : TermsText.canonical().read(text);
  }

  /** The terms when the borrower gets the money on the day; null for the day of the contract. */
  public Terms from(LocalDate startOrNull) {
    return startOrNull == null ? contract() : contract().startingOn(startOrNull);
  }

  /** The schedule that the loan has when the borrower gets the money on the day. */
  public Schedule scheduleFrom(LocalDate start) {
    return Schedule.of(from(start));
  }

  /** The rate in force as it is written: the contract's own, until an arrangement sets another. */
  WrittenRate writtenRate() {
    WrittenRate written = contract().rate();
    return written.annualised(dayCount).compareTo(rate()) == 0
        ? written
        : WrittenRate.yearly(rate());
  }
}
