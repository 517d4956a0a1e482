package org.shouxin.origination.offer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.origination.offer.Schedules.Fee;
import org.shouxin.origination.offer.Schedules.Instalment;
import org.shouxin.origination.offer.Schedules.LateConsequences;
import org.shouxin.origination.offer.Schedules.Totals;
import org.shouxin.origination.policy.RepaymentMethod;

/**
 * The cost table that is shown before signing (CN-DISC-01): the whole schedule, every fee, the
 * all-in annual cost and what being late costs. Its canonical JSON is what the applicant confirms
 * by hash and what the contract repeats.
 *
 * @param annualPercentageRate all-in cost a year, by the actuarial method, as a fraction of one
 * @param scheduleTerms all terms of the schedule in servicing's canonical form; null in tables of
 *     before it was kept
 * @param textVersion version of the explaining text that is shown with it
 */
public record Disclosure(
    UUID offerId,
    UUID applicationId,
    Money principal,
    BigDecimal annualRate,
    RepaymentMethod method,
    int termMonths,
    List<Instalment> instalments,
    Totals totals,
    BigDecimal annualPercentageRate,
    BigDecimal effectiveAnnualRate,
    List<Fee> fees,
    LateConsequences lateConsequences,
    Map<String, Object> scheduleTerms,
    String textVersion) {

  /** Keeps the lists as they are. */
  public Disclosure {
    instalments = List.copyOf(instalments);
    fees = List.copyOf(fees);
  }
}
