package org.shouxin.servicing.schedule.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.schedule.Convention;
import org.shouxin.servicing.schedule.Convention.DayCount;
import org.shouxin.servicing.schedule.Convention.InterestBy;
import org.shouxin.servicing.schedule.Fee;
import org.shouxin.servicing.schedule.Frequency;
import org.shouxin.servicing.schedule.Law;
import org.shouxin.servicing.schedule.Law.Jurisdiction;
import org.shouxin.servicing.schedule.Law.Lender;
import org.shouxin.servicing.schedule.Rate;
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

/** Makes terms of a form; refuses what is missing, said twice or in another currency. */
final class FormReader {

  private static final String REQUIRED = "REQUIRED";

  private final TermsForm form;

  FormReader(TermsForm form) {
    this.form = form;
  }

  Terms terms(LocalDate today) {
    required(form.principal(), "/principal");
    required(form.method(), "/method");
    LocalDate start = or(form.startDate(), today);
    WrittenRate rate = rate();
    Law law =
        new Law(or(form.jurisdiction(), Jurisdiction.CN), lender(), or(form.contractDate(), start));
    return new Terms(
        form.principal(),
        rate,
        form.method(),
        timing(start, law),
        convention(),
        relief(),
        shape(),
        fees(),
        law);
  }

  private Lender lender() {
    boolean chinese = form.jurisdiction() == null || form.jurisdiction() == Jurisdiction.CN;
    return or(form.lender(), chinese ? Lender.MICRO_LOAN_COMPANY : Lender.OTHER);
  }

  private WrittenRate rate() {
    if (form.rate() == null) {
      required(form.annualRate(), "/annualRate");
      if (form.annualRate().signum() < 0) {
        new Rate(form.annualRate());
      }
      return new WrittenRate(form.annualRate(), WrittenRate.Unit.YEAR);
    }
    if (form.annualRate() != null) {
      throw Invalid.field("/annualRate", "RATE_TWICE", "the rate is written once");
    }
    required(form.rate().value(), "/rate/value");
    required(form.rate().per(), "/rate/per");
    return new WrittenRate(form.rate().value(), form.rate().per());
  }

  private Timing timing(LocalDate start, Law law) {
    Frequency frequency = frequency();
    int instalments = instalments(frequency);
    if (form.termMonths() != null && law.jurisdiction() == Jurisdiction.CN) {
      Terms.checkTermMonths(form.method(), form.termMonths());
    }
    boolean one = form.method() == RepaymentMethod.BULLET && form.termMonths() != null;
    return new Timing(
        start,
        instalments,
        one ? Frequency.months(form.termMonths()) : frequency,
        form.firstDueDate(),
        form.dueDay(),
        or(form.monthEnd(), MonthEnd.LAST_DAY),
        form.fixedLengthDays(),
        or(form.brokenPeriod(), BrokenPeriod.LEVEL));
  }

  private Frequency frequency() {
    if (form.frequency() == null) {
      return Frequency.MONTHLY;
    }
    required(form.frequency().every(), "/frequency/every");
    required(form.frequency().unit(), "/frequency/unit");
    return new Frequency(form.frequency().every(), form.frequency().unit());
  }

  private int instalments(Frequency frequency) {
    if (form.method() == RepaymentMethod.OWN_SCHEDULE) {
      if (form.instalments() != null || form.termMonths() != null) {
        throw Invalid.field("/instalments", "TERM_TWICE", "an own schedule says it by its rows");
      }
      required(form.agreed(), "/agreed");
      return form.agreed().size();
    }
    if (form.instalments() != null) {
      if (form.termMonths() != null) {
        throw Invalid.field("/termMonths", "TERM_TWICE", "the term is given once");
      }
      return form.instalments();
    }
    required(form.termMonths(), "/termMonths");
    int most =
        form.method() == RepaymentMethod.BULLET
            ? Frequency.Unit.MONTH.everyMax()
            : Timing.INSTALMENTS_MAX;
    if (form.termMonths() < 1 || form.termMonths() > most) {
      throw Invalid.field("/termMonths", "TERM_RANGE", "a term is from 1 to " + most + " months");
    }
    if (form.method() == RepaymentMethod.BULLET) {
      if (form.frequency() != null) {
        throw Invalid.field("/frequency", "TERM_TWICE", "the months say when a bullet is due");
      }
      return 1;
    }
    boolean whole =
        frequency.unit() == Frequency.Unit.MONTH && form.termMonths() % frequency.every() == 0;
    if (!whole) {
      throw Invalid.field("/termMonths", "TERM_WHOLE_PERIODS", "a term is whole periods");
    }
    return form.termMonths() / frequency.every();
  }

  private Convention convention() {
    DayCount dayCount = or(form.dayCount(), DayCount.THIRTY_360_PER_PERIOD);
    boolean byPeriod = dayCount == DayCount.THIRTY_360_PER_PERIOD;
    return new Convention(
        dayCount,
        or(form.interestBy(), byPeriod ? InterestBy.PERIOD : InterestBy.DAY),
        form.rounding() == null
            ? RoundingMode.HALF_UP
            : or(form.rounding().mode(), RoundingMode.HALF_UP),
        form.rounding() == null
            ? Convention.ALL_DIGITS
            : or(form.rounding().digits(), Convention.ALL_DIGITS));
  }

  private Relief relief() {
    boolean pause = form.moratorium() != null;
    if (pause) {
      required(form.moratorium().periods(), "/moratorium/periods");
    }
    return new Relief(
        or(form.interestFreePeriods(), 0),
        or(form.principalGracePeriods(), 0),
        or(form.interestGracePeriods(), 0),
        pause ? form.moratorium().periods() : 0,
        pause ? form.moratorium().treatment() : null);
  }

  private Shape shape() {
    return new Shape(
        form.instalmentUnit() == null ? 1 : minor(form.instalmentUnit(), "/instalmentUnit"),
        or(form.smoothLast(), false),
        form.balloon() == null ? 0 : minor(form.balloon(), "/balloon"),
        agreed());
  }

  private List<Agreed> agreed() {
    List<Agreed> rows = new ArrayList<>();
    for (AgreedForm row : or(form.agreed(), List.<AgreedForm>of())) {
      String at = "/agreed/" + rows.size();
      required(row, at);
      required(row.dueDate(), at + "/dueDate");
      if (row.principal() != null && row.total() != null) {
        throw Invalid.field(at, "AGREED_TWICE", "a row has a principal or a total");
      }
      rows.add(
          row.principal() != null
              ? new Agreed(row.dueDate(), Agreed.Kind.PRINCIPAL, minor(row.principal(), at))
              : row.total() != null
                  ? new Agreed(row.dueDate(), Agreed.Kind.TOTAL, minor(row.total(), at))
                  : new Agreed(row.dueDate(), Agreed.Kind.REST, 0));
    }
    return rows;
  }

  private List<Fee> fees() {
    List<Fee> fees = new ArrayList<>();
    for (FeeForm fee : or(form.fees(), List.<FeeForm>of())) {
      String at = "/fees/" + fees.size();
      required(fee, at);
      required(fee.code(), at + "/code");
      required(fee.when(), at + "/when");
      fees.add(
          new Fee(
              fee.code(),
              fee.when(),
              or(fee.of(), Fee.Base.FIXED),
              fee.amount() == null ? 0 : minor(fee.amount(), at + "/amount"),
              or(fee.share(), BigDecimal.ZERO),
              or(fee.deducted(), false)));
    }
    return fees;
  }

  private long minor(Money money, String field) {
    if (!money.currency().equals(form.principal().currency())) {
      throw Invalid.field(field, "CURRENCY_MISMATCH", "all amounts are in one currency");
    }
    return money.minor();
  }

  private static void required(Object value, String field) {
    if (value == null) {
      throw Invalid.field(field, REQUIRED, "missing");
    }
  }

  private static <T> T or(T given, T otherwise) {
    return given == null ? otherwise : given;
  }
}
