package org.shouxin.risk.assessment.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.risk.assessment.Question;
import org.shouxin.risk.assessment.model.AssessmentFacts;
import org.shouxin.risk.assessment.model.Match;
import org.shouxin.risk.assessment.model.PhoneStatus;
import org.shouxin.risk.assessment.model.RepaymentMethod;

/**
 * What origination asks about. Incomes and bureau figures may be left out: not known is not zero.
 *
 * @param personTag keyed tag of the ID number
 * @param age years
 */
public record AssessmentRequest(
    @NotNull UUID applicationId,
    @NotNull UUID borrowerId,
    @NotNull @Pattern(regexp = TAG) String personTag,
    @NotNull @Pattern(regexp = TAG) String phoneTag,
    @Pattern(regexp = TAG) String deviceTag,
    @NotNull @Pattern(regexp = CODE) String productCode,
    @NotNull Money amount,
    @Min(1) @Max(360) int termMonths,
    @NotNull RepaymentMethod method,
    @NotNull @Pattern(regexp = CODE) String purpose,
    @Min(0) @Max(150) Integer age,
    Money monthlyIncome,
    Money monthlyDebtService,
    @NotNull @Valid PhoneRequest phone,
    @NotNull @Valid IdentityRequest identity,
    @NotNull @Valid BureauRequest bureau,
    Instant requestedAt) {

  static final String TAG = "[A-Za-z0-9+/=_:-]{8,128}";
  static final String CODE = "[A-Z][A-Z0-9_-]{0,63}";
  private static final String CURRENCY = "CNY";
  private static final Money AMOUNT_MAX = Money.of("1000000000.00", CURRENCY);

  /** State of the number at the carrier. */
  public record PhoneRequest(
      @NotNull PhoneStatus status,
      @Min(0) @Max(1200) Integer monthsInNetwork,
      @NotNull Match realNameMatch) {}

  /** Answers of the identity sources. */
  public record IdentityRequest(@NotNull Match nameAndId, @NotNull Match face) {}

  /** The bureau's report; figures are absent when it is not available. */
  public record BureauRequest(
      boolean available,
      @Min(0) @Max(10_000) Integer openLoans,
      Money openDebt,
      @Min(0) @Max(10_000) Integer enquiries90d,
      @Min(0) @Max(1_000) Integer worstStatus24m,
      BigDecimal utilisation,
      BigDecimal lastPaymentRatio,
      @Size(max = 100) Map<String, Object> features) {}

  Question question(String askedBy) {
    positive("/amount", amount);
    notNegative("/monthlyIncome", monthlyIncome);
    notNegative("/monthlyDebtService", monthlyDebtService);
    notNegative("/bureau/openDebt", bureau.openDebt());
    return new Question(
        applicationId,
        borrowerId,
        personTag,
        phoneTag,
        deviceTag,
        new AssessmentFacts.Loan(productCode, amount, termMonths, method, purpose),
        new AssessmentFacts.Applicant(age, monthlyIncome, monthlyDebtService),
        new AssessmentFacts.Phone(phone.status(), phone.monthsInNetwork(), phone.realNameMatch()),
        new AssessmentFacts.Identity(identity.nameAndId(), identity.face()),
        new AssessmentFacts.Bureau(
            bureau.available(),
            bureau.openLoans(),
            bureau.openDebt(),
            bureau.enquiries90d(),
            bureau.worstStatus24m(),
            ratio("/bureau/utilisation", bureau.utilisation()),
            ratio("/bureau/lastPaymentRatio", bureau.lastPaymentRatio()),
            extras(bureau.features())),
        askedBy);
  }

  private static void positive(String pointer, Money money) {
    notNegative(pointer, money);
    if (money.isZero()) {
      throw Invalid.field(pointer, "MONEY_POSITIVE", "must be more than zero");
    }
  }

  private static void notNegative(String pointer, Money money) {
    if (money == null) {
      return;
    }
    if (!CURRENCY.equals(money.currency().getCurrencyCode())) {
      throw Invalid.field(pointer + "/currency", "MONEY_CURRENCY", "must be CNY");
    }
    if (money.isNegative() || !AMOUNT_MAX.covers(money)) {
      throw Invalid.field(pointer, "MONEY_RANGE", "0 to " + AMOUNT_MAX);
    }
  }

  private static String ratio(String pointer, BigDecimal value) {
    if (value == null) {
      return null;
    }
    if (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(1_000)) > 0 || value.scale() > 6) {
      throw Invalid.field(pointer, "RATIO_RANGE", "0 to 1000, at most six places");
    }
    return value.toPlainString();
  }

  private static Map<String, String> extras(Map<String, Object> features) {
    Map<String, String> extras = new TreeMap<>();
    if (features == null) {
      return extras;
    }
    features.forEach(
        (name, value) -> {
          boolean scalar =
              value instanceof String || value instanceof Number || value instanceof Boolean;
          if (!scalar || value.toString().length() > 200 || name.length() > 100) {
            throw Invalid.field("/bureau/features", "FEATURE_SCALAR", "short texts and numbers");
          }
          extras.put(name, value.toString());
        });
    return extras;
  }
}
