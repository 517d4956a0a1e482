package org.shouxin.risk.assessment.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.shouxin.chassis.money.Money;

/**
 * Everything an assessment looks at, as it was at that moment; a decision is a pure function of
 * this, the policy, the ceilings and the card. It names nobody: identifiers stay keyed tags
 * outside.
 *
 * @param deviceTag keyed tag of the device, kept to find links; null when not sent
 * @param decidedOn calendar day of the decision in the jurisdiction, for dated rules
 * @param hits entries of the blacklist that the applicant's tags met
 */
public record AssessmentFacts(
    UUID assessmentId,
    UUID applicationId,
    UUID borrowerId,
    String deviceTag,
    Instant decidedAt,
    LocalDate decidedOn,
    Loan loan,
    Applicant applicant,
    Phone phone,
    Identity identity,
    Bureau bureau,
    Standing standing,
    List<Hit> hits) {

  public AssessmentFacts {
    hits = List.copyOf(hits);
  }

  /** What is asked for. */
  public record Loan(
      String productCode, Money amount, int termMonths, RepaymentMethod method, String purpose) {}

  /**
   * Null means not known.
   *
   * @param age years
   */
  public record Applicant(Integer age, Money monthlyIncome, Money monthlyDebtService) {}

  /**
   * @param monthsInNetwork null when the carrier did not say
   */
  public record Phone(PhoneStatus status, Integer monthsInNetwork, Match realNameMatch) {}

  public record Identity(Match nameAndId, Match face) {}

  /**
   * Figures are null when the bureau had no answer.
   *
   * @param worstStatus24m months late
   * @param utilisation decimal, 1 = all lines used
   * @param lastPaymentRatio decimal, 1 = paid in full
   * @param extras further figures, kept and not scored on
   */
  public record Bureau(
      boolean available,
      Integer openLoans,
      Money openDebt,
      Integer enquiries90d,
      Integer worstStatus24m,
      String utilisation,
      String lastPaymentRatio,
      Map<String, String> extras) {

    public Bureau {
      extras = new TreeMap<>(extras == null ? Map.of() : extras);
    }
  }

  /**
   * How the borrower stands with this lender.
   *
   * @param newMoneyPercent part of a grade's limit that may be lent, 0 to 100
   * @param outstanding principal owed on open loans
   */
  public record Standing(int newMoneyPercent, List<String> restrictions, Money outstanding) {

    public Standing {
      restrictions = List.copyOf(restrictions);
    }
  }

  /**
   * @param matchedBy PERSON or PHONE
   */
  public record Hit(UUID entryId, String state, String matchedBy) {}
}
