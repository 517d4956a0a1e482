package org.shouxin.servicing.schedule.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.text.Texts;
import org.shouxin.servicing.schedule.CalculateSchedule.Priced;
import org.shouxin.servicing.schedule.Derivation;
import org.shouxin.servicing.schedule.ExplainSchedule.Figure;
import org.shouxin.servicing.schedule.LateTerms;
import org.shouxin.servicing.schedule.Schedule;
import org.shouxin.servicing.schedule.ScheduleRow;
import org.shouxin.servicing.schedule.form.TermsForm;

/** Schedules and derivations as they are answered. */
final class ScheduleViews {

  private static final String DERIVATIONS = "derivations";

  private ScheduleViews() {}

  public record InstalmentView(
      int number,
      Span period,
      LocalDate dueDate,
      Money principal,
      Money interest,
      Money fees,
      Money total,
      Money balance,
      Money capitalised) {}

  /** First day of the period that the interest counts from, and its last. */
  public record Span(LocalDate from, LocalDate to) {}

  public record Totals(Money principal, Money interest, Money fees, Money total) {}

  /** A fee of the start. */
  public record FeeView(String code, Money amount) {}

  public record LateConsequences(
      int graceDays, String penaltyDailyRate, String penaltyAnnualRate, String capRule) {}

  /**
   * A previewed schedule.
   *
   * @param annualPercentageRate nominal; effectiveAnnualRate the effective rate of the same flows
   * @param returnByDates internal rate of return on real dates, days / 365
   * @param regulationZ the rate that US law discloses; only for US terms
   * @param terms the terms in canonical form, as a loan stores them
   */
  public record PreviewView(
      List<InstalmentView> instalments,
      Totals totals,
      String annualPercentageRate,
      String effectiveAnnualRate,
      String returnByDates,
      String regulationZ,
      List<FeeView> fees,
      LateConsequences lateConsequences,
      TermsForm terms) {}

  /** A derivation with its text in both languages. */
  public record DerivationView(
      String formula,
      Map<String, String> inputs,
      String unrounded,
      String rounding,
      String result,
      Map<String, String> text,
      List<DerivationView> from) {}

  public record ExplanationView(Figure figure, Integer row, DerivationView derivation) {}

  static PreviewView preview(Priced priced, LateTerms late) {
    Schedule schedule = priced.schedule();
    return new PreviewView(
        schedule.rows().stream().map(row -> instalment(schedule, row)).toList(),
        new Totals(
            schedule.total(ScheduleRow::principalMinor),
            schedule.total(ScheduleRow::interestMinor),
            schedule.total(ScheduleRow::feesMinor),
            schedule.total(ScheduleRow::totalMinor)),
        priced.cost().nominal().toPlainString(),
        priced.cost().effective().toPlainString(),
        priced.byDates().toPlainString(),
        priced.regulationZ() == null ? null : priced.regulationZ().toPlainString(),
        schedule.upfrontFees().stream()
            .map(fee -> new FeeView(fee.fee().code(), money(schedule, fee.minor())))
            .toList(),
        late == null ? null : late(late),
        TermsForm.of(schedule.terms()));
  }

  static ExplanationView explanation(Figure figure, Integer row, Derivation derivation) {
    return new ExplanationView(figure, row, view(derivation));
  }

  private static InstalmentView instalment(Schedule schedule, ScheduleRow row) {
    return new InstalmentView(
        row.number(),
        new Span(
            row.number() == 1
                ? schedule.terms().start()
                : schedule.rows().get(row.number() - 2).dueDate(),
            row.dueDate()),
        row.dueDate(),
        money(schedule, row.principalMinor()),
        money(schedule, row.interestMinor()),
        money(schedule, row.feesMinor()),
        money(schedule, row.totalMinor()),
        money(schedule, row.balanceMinor()),
        row.capitalisedMinor() == 0 ? null : money(schedule, row.capitalisedMinor()));
  }

  private static LateConsequences late(LateTerms late) {
    return new LateConsequences(
        late.graceDays(),
        late.penaltyDailyRate().toPlainString(),
        late.penaltyRate().toString(),
        late.cap().rule());
  }

  private static DerivationView view(Derivation derivation) {
    return new DerivationView(
        derivation.formula(),
        derivation.inputs(),
        derivation.unrounded(),
        derivation.rounding(),
        derivation.result(),
        Map.of(
            "zh", text(derivation, Texts.DEFAULT_LOCALE), "en", text(derivation, Locale.ENGLISH)),
        derivation.from().stream().map(ScheduleViews::view).toList());
  }

  private static String text(Derivation derivation, Locale locale) {
    return derivation.text(key -> Texts.of(DERIVATIONS, locale, key));
  }

  private static Money money(Schedule schedule, long minor) {
    return Money.ofMinor(minor, schedule.terms().currency());
  }
}
