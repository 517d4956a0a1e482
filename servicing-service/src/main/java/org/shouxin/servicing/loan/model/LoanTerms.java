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

/**
 * What the contract says. Only its rate changes, by an arrangement that the borrower accepted; the
 * arrangement keeps what it was. Rates are yearly fractions of one.
 *
 * @param penaltyRate yearly rate of penalty interest, already held under the cap
 * @param contractHash hash of the contract's text
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
    @Column(name = "contracted_on") LocalDate contractedOn) {

  private static final int RATE_DIGITS = 8;

  public static LoanTerms of(
      Terms terms, LateTerms late, String productCode, String purpose, String contractHash) {
    return new LoanTerms(
        terms.principal().minor(),
        terms.principal().currency().getCurrencyCode(),
        terms.annualRate().yearly(),
        terms.method(),
        terms.termMonths(),
        terms.convention().dayCount(),
        terms.convention().rounding(),
        late.graceDays(),
        late.penaltyRate().yearly(),
        productCode,
        purpose,
        contractHash,
        terms.start());
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
    return new LoanTerms(
        principalMinor,
        currency,
        rate.yearly(),
        method,
        termMonths,
        dayCount,
        rounding,
        graceDays,
        penalty,
        productCode,
        purpose,
        contractHash,
        contractedOn);
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

  /** The schedule that the loan has when the borrower gets the money on the day. */
  public Schedule scheduleFrom(LocalDate start) {
    return Schedule.of(terms(principal(), termMonths, start));
  }

  /** The contract's rate, method and convention for another principal and term. */
  Terms terms(Money unpaid, int months, LocalDate start) {
    return new Terms(unpaid, rate(), method, months, start, new Convention(dayCount, rounding));
  }
}
