package org.shouxin.origination.offer;

import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.shouxin.chassis.money.Money;
import org.shouxin.origination.application.ApprovedTerms;

/** Servicing's calculation of schedules; a failure means it could not be asked. */
public interface Schedules {

  /** The schedule of a loan that starts on servicing's business day. */
  Uni<Preview> preview(ApprovedTerms terms);

  /**
   * A schedule with its costs.
   *
   * @param terms all terms that it was calculated from, in servicing's canonical form; the contract
   *     passes them on as they are
   */
  record Preview(
      List<Instalment> instalments,
      Totals totals,
      BigDecimal annualPercentageRate,
      BigDecimal effectiveAnnualRate,
      List<Fee> fees,
      LateConsequences lateConsequences,
      Map<String, Object> terms) {

    /** Keeps the lists as they are. */
    public Preview {
      instalments = List.copyOf(instalments);
      fees = fees == null ? List.of() : List.copyOf(fees);
    }
  }

  /** One instalment. */
  record Instalment(
      int number,
      LocalDate dueDate,
      Money principal,
      Money interest,
      Money fees,
      Money total,
      Money balance) {}

  /** All instalments together. */
  record Totals(Money principal, Money interest, Money fees, Money total) {}

  /** A fee; the product has none, and what is not listed cannot be charged. */
  record Fee(String code, Money amount) {}

  /**
   * What being late costs.
   *
   * @param penaltyDailyRate on what is late, as a fraction a day
   */
  record LateConsequences(
      int graceDays, BigDecimal penaltyDailyRate, BigDecimal penaltyAnnualRate, String capRule) {}
}
