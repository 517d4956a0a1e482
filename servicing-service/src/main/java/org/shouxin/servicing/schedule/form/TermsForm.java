package org.shouxin.servicing.schedule.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.shouxin.chassis.json.CanonicalJson;
import org.shouxin.chassis.json.Json;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.schedule.Convention.DayCount;
import org.shouxin.servicing.schedule.Convention.InterestBy;
import org.shouxin.servicing.schedule.Fee;
import org.shouxin.servicing.schedule.Frequency;
import org.shouxin.servicing.schedule.Law.Jurisdiction;
import org.shouxin.servicing.schedule.Law.Lender;
import org.shouxin.servicing.schedule.Relief.Moratorium;
import org.shouxin.servicing.schedule.RepaymentMethod;
import org.shouxin.servicing.schedule.Terms;
import org.shouxin.servicing.schedule.Timing.BrokenPeriod;
import org.shouxin.servicing.schedule.Timing.MonthEnd;
import org.shouxin.servicing.schedule.WrittenRate;

/**
 * Terms as JSON: what a preview is asked with and what a loan stores. What is left out is as in the
 * plainest loan: monthly, 30/360 by periods, half up to the minor unit, no relief, no fees, the
 * micro-loan law of the day the contract starts.
 *
 * @param annualRate the rate when it is written for a year; otherwise {@code rate}
 * @param termMonths the term when it is whole periods of months; otherwise {@code instalments}
 * @param graceDays and {@code penaltyRateMultiple} say what being late costs; they do not touch the
 *     schedule
 */
public record TermsForm(
    Money principal,
    BigDecimal annualRate,
    RateForm rate,
    RepaymentMethod method,
    Integer termMonths,
    Integer instalments,
    FrequencyForm frequency,
    LocalDate startDate,
    LocalDate firstDueDate,
    Integer dueDay,
    MonthEnd monthEnd,
    Integer fixedLengthDays,
    BrokenPeriod brokenPeriod,
    DayCount dayCount,
    InterestBy interestBy,
    RoundingForm rounding,
    Integer interestFreePeriods,
    Integer principalGracePeriods,
    Integer interestGracePeriods,
    MoratoriumForm moratorium,
    Money instalmentUnit,
    Boolean smoothLast,
    Money balloon,
    List<AgreedForm> agreed,
    List<FeeForm> fees,
    Jurisdiction jurisdiction,
    Lender lender,
    LocalDate contractDate,
    Integer graceDays,
    BigDecimal penaltyRateMultiple) {

  public record RateForm(BigDecimal value, WrittenRate.Unit per) {}

  public record FrequencyForm(Integer every, Frequency.Unit unit) {}

  public record RoundingForm(RoundingMode mode, Integer digits) {}

  public record MoratoriumForm(Integer periods, Moratorium treatment) {}

  /** A row of an own schedule: its principal or its total; neither for the last one. */
  public record AgreedForm(LocalDate dueDate, Money principal, Money total) {}

  /** A fee: an amount, or a share of something. */
  public record FeeForm(
      String code, Fee.When when, Money amount, BigDecimal share, Fee.Base of, Boolean deducted) {}

  /**
   * The terms meant.
   *
   * @param today the start when none is given
   */
  public Terms terms(LocalDate today) {
    return new FormReader(this).terms(today);
  }

  public static TermsForm of(Terms terms) {
    return FormWriter.form(terms);
  }

  /** The canonical text of terms, the one that a loan stores: sorted, no defaults, no spaces. */
  public static String text(Terms terms) {
    return new String(CanonicalJson.bytes(of(terms)), StandardCharsets.UTF_8);
  }

  /** Terms from their stored text. */
  public static Terms read(String text) {
    return read(text, null);
  }

  /**
   * Terms from a text.
   *
   * @param start the start when the text names none
   * @throws IllegalArgumentException when it is no such text
   */
  static Terms read(String text, LocalDate start) {
    try {
      TermsForm form = Json.strict().readValue(text, TermsForm.class);
      return form.terms(form.startDate() == null ? start : form.startDate());
    } catch (JsonProcessingException notTerms) {
      throw new IllegalArgumentException("not the text of terms", notTerms);
    }
  }
}
