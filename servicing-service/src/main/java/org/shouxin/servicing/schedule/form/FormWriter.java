package org.shouxin.servicing.schedule.form;

import java.math.RoundingMode;
import java.util.List;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.schedule.Convention;
import org.shouxin.servicing.schedule.Convention.DayCount;
import org.shouxin.servicing.schedule.Convention.InterestBy;
import org.shouxin.servicing.schedule.Fee;
import org.shouxin.servicing.schedule.Frequency;
import org.shouxin.servicing.schedule.Law;
import org.shouxin.servicing.schedule.Law.Jurisdiction;
import org.shouxin.servicing.schedule.Law.Lender;
import org.shouxin.servicing.schedule.Relief;
import org.shouxin.servicing.schedule.RepaymentMethod;
import org.shouxin.servicing.schedule.Shape;
import org.shouxin.servicing.schedule.Shape.Agreed;
import org.shouxin.servicing.schedule.Terms;
import org.shouxin.servicing.schedule.Timing;
import org.shouxin.servicing.schedule.Timing.BrokenPeriod;
import org.shouxin.servicing.schedule.Timing.MonthEnd;
import org.shouxin.servicing.schedule.WrittenRate;
import org.shouxin.servicing.schedule.form.TermsForm.AgreedForm;
import org.shouxin.servicing.schedule.form.TermsForm.FeeForm;
import org.shouxin.servicing.schedule.form.TermsForm.FrequencyForm;
import org.shouxin.servicing.schedule.form.TermsForm.MoratoriumForm;
import org.shouxin.servicing.schedule.form.TermsForm.RateForm;
import org.shouxin.servicing.schedule.form.TermsForm.RoundingForm;

/** Writes terms as a form that has no more members than it needs. */
final class FormWriter {

  private FormWriter() {}

  static TermsForm form(Terms terms) {
    Timing timing = terms.timing();
    Convention convention = terms.convention();
    Relief relief = terms.relief();
    Shape shape = terms.shape();
    Law law = terms.law();
    boolean yearly = terms.rate().per() == WrittenRate.Unit.YEAR;
    boolean own = terms.method() == RepaymentMethod.OWN_SCHEDULE;
    return new TermsForm(
        terms.principal(),
        yearly ? terms.rate().value() : null,
        yearly ? null : new RateForm(terms.rate().value(), terms.rate().per()),
        terms.method(),
        null,
        own ? null : timing.instalments(),
        frequency(timing.frequency()),
        timing.start(),
        timing.firstDue(),
        timing.dueDay(),
        unless(timing.monthEnd(), MonthEnd.LAST_DAY),
        timing.fixedLengthDays(),
        unless(timing.brokenPeriod(), BrokenPeriod.LEVEL),
        unless(convention.dayCount(), DayCount.THIRTY_360_PER_PERIOD),
        interestBy(convention),
        rounding(convention),
        unless(relief.interestFree(), 0),
        unless(relief.principalGrace(), 0),
        unless(relief.interestGrace(), 0),
        moratorium(relief),
        shape.unitMinor() == 1 ? null : money(shape.unitMinor(), terms),
        unless(shape.smoothLast(), false),
        shape.balloonMinor() == 0 ? null : money(shape.balloonMinor(), terms),
        own ? agreed(terms) : null,
        fees(terms),
        unless(law.jurisdiction(), Jurisdiction.CN),
        lender(law),
        law.contractedOn().equals(timing.start()) ? null : law.contractedOn(),
        null,
        null);
  }

  private static FrequencyForm frequency(Frequency frequency) {
    return frequency.equals(Frequency.MONTHLY)
        ? null
        : new FrequencyForm(frequency.every(), frequency.unit());
  }

  private static InterestBy interestBy(Convention convention) {
    boolean byPeriod = convention.dayCount() == DayCount.THIRTY_360_PER_PERIOD;
    return unless(convention.interestBy(), byPeriod ? InterestBy.PERIOD : InterestBy.DAY);
  }

  private static RoundingForm rounding(Convention convention) {
    RoundingMode mode = unless(convention.rounding(), RoundingMode.HALF_UP);
    Integer digits = unless(convention.digits(), Convention.ALL_DIGITS);
    return mode == null && digits == null ? null : new RoundingForm(mode, digits);
  }

  private static MoratoriumForm moratorium(Relief relief) {
    return relief.moratorium() == 0 && relief.treatment() == null
        ? null
        : new MoratoriumForm(relief.moratorium(), relief.treatment());
  }

  private static List<AgreedForm> agreed(Terms terms) {
    return terms.shape().agreed().stream()
        .map(
            row ->
                new AgreedForm(
                    row.dueDate(),
                    row.kind() == Agreed.Kind.PRINCIPAL ? money(row.amountMinor(), terms) : null,
                    row.kind() == Agreed.Kind.TOTAL ? money(row.amountMinor(), terms) : null))
        .toList();
  }

  private static List<FeeForm> fees(Terms terms) {
    return terms.fees().isEmpty()
        ? null
        : terms.fees().stream()
            .map(
                fee ->
                    new FeeForm(
                        fee.code(),
                        fee.when(),
                        fee.base() == Fee.Base.FIXED ? money(fee.amountMinor(), terms) : null,
                        fee.base() == Fee.Base.FIXED ? null : fee.share(),
                        unless(fee.base(), Fee.Base.FIXED),
                        unless(fee.deducted(), false)))
            .toList();
  }

  private static Lender lender(Law law) {
    boolean chinese = law.jurisdiction() == Jurisdiction.CN;
    return unless(law.lender(), chinese ? Lender.MICRO_LOAN_COMPANY : Lender.OTHER);
  }

  private static Money money(long minor, Terms terms) {
    return Money.ofMinor(minor, terms.currency());
  }

  private static <T> T unless(T value, T usual) {
    return value.equals(usual) ? null : value;
  }
}
