package org.shouxin.origination.application;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.origination.person.CheckOutcome;
import org.shouxin.origination.policy.LoanPurpose;
import org.shouxin.origination.policy.RepaymentMethod;

/**
 * What the risk service is told of an application. It names nobody: a person, a phone and a device
 * are keyed tags.
 *
 * @param age whole years on the day of the application
 */
public record AssessmentFacts(
    UUID applicationId,
    UUID borrowerId,
    String personTag,
    String phoneTag,
    String deviceTag,
    String productCode,
    Money amount,
    int termMonths,
    RepaymentMethod method,
    LoanPurpose purpose,
    int age,
    Money monthlyIncome,
    Money monthlyDebtService,
    Phone phone,
    Identity identity,
    BureauFacts bureau,
    Instant requestedAt) {

  /**
   * The phone at the carrier.
   *
   * @param monthsInNetwork null when the carrier did not tell
   */
  public record Phone(String status, Integer monthsInNetwork, CheckOutcome realNameMatch) {}

  /** What was proven of the person. */
  public record Identity(CheckOutcome nameAndId, CheckOutcome face) {}

  /**
   * The bureau's report; everything but {@code available} is null when there is none.
   *
   * @param worstStatus24m months late at worst in two years
   * @param utilisation part of the credit lines in use, as a decimal text
   * @param lastPaymentRatio part of the last bill that was paid, as a decimal text
   */
  public record BureauFacts(
      boolean available,
      Integer openLoans,
      Money openDebt,
      Integer enquiries90d,
      Integer worstStatus24m,
      String utilisation,
      String lastPaymentRatio,
      Map<String, Object> features) {

    /** Nobody was or could be asked. */
    public static BureauFacts none() {
      return new BureauFacts(false, null, null, null, null, null, null, Map.of());
    }
  }
}
