package org.shouxin.servicing.line.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.schedule.Rate;

/**
 * What the framework contract says; it never changes. A higher limit or rate is a new contract.
 *
 * @param annualRate contract rate of every draw, a yearly fraction of one
 * @param penaltyMultiple penalty rate as a multiple of the contract rate, before the legal cap
 * @param termMonthsMax longest term of a draw
 * @param contractHash SHA-256 of the signed contract's text, hexadecimal
 * @param scheduleTerms what draws have in common of their terms, canonical text; null for plain
 *     ones
 * @param expiresOn last day on which a draw is possible
 */
@Embeddable
public record LineTerms(
    @Column(name = "product_code") String productCode,
    @Column(name = "limit_minor") long limitMinor,
    @Column(name = "currency") String currency,
    @Column(name = "annual_rate") BigDecimal annualRate,
    @Column(name = "penalty_multiple") BigDecimal penaltyMultiple,
    @Column(name = "grace_days") int graceDays,
    @Column(name = "term_months_max") int termMonthsMax,
    @Column(name = "contract_hash") String contractHash,
    @Column(name = "expires_on") LocalDate expiresOn,
    @Column(name = "schedule_terms") String scheduleTerms) {

  public Money money(long minor) {
    return Money.ofMinor(minor, currency);
  }

  public Rate rate() {
    return new Rate(annualRate);
  }
}
