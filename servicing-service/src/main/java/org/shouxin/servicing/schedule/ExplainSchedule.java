package org.shouxin.servicing.schedule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.schedule.Relief.Moratorium;
import org.shouxin.servicing.schedule.Shape.Agreed;

/** Derives one figure of one row, or of the whole schedule, when somebody asks. */
public final class ExplainSchedule {

  private static final int DECIMALS_SHOWN = 12;

  private final Calculation c;
  private final Terms terms;
  private final int digits;
  private final int k;

  private ExplainSchedule(Terms terms, int row) {
    this.terms = terms;
    c = Calculation.of(terms);
    digits = terms.principal().currency().getDefaultFractionDigits();
    k = row;
  }

  /** What can be asked for; the last five belong to the schedule, not to a row. */
  public enum Figure {
    DUE_DATE,
    RATE,
    INTEREST,
    PRINCIPAL,
    FEES,
    TOTAL,
    BALANCE,
    EQUAL_AMOUNT,
    NOMINAL_COST,
    EFFECTIVE_COST,
    RETURN_BY_DATES,
    REGULATION_Z
  }

  /**
   * The derivation of a figure.
   *
   * @param row 1 for the first; of no meaning for a figure of the schedule
   */
  public static Derivation of(Terms terms, int row, Figure figure) {
    if (figure.compareTo(Figure.EQUAL_AMOUNT) >= 0) {
      ExplainSchedule whole = new ExplainSchedule(terms, 1);
      return figure == Figure.EQUAL_AMOUNT ? whole.equalAmount() : whole.cost(figure);
    }
    ExplainSchedule one = new ExplainSchedule(terms, row);
    if (row < 1 || row > one.c.n) {
      throw Invalid.field("/row", "ROW_RANGE", "the schedule has rows 1 to " + one.c.n);
    }
    return one.figure(figure);
  }

  private Derivation figure(Figure figure) {
    return switch (figure) {
      case DUE_DATE -> dueDate();
      case RATE -> rate();
      case INTEREST -> interest();
      case PRINCIPAL -> principal();
      case FEES -> fees();
      case TOTAL ->
          Derivation.of("TOTAL")
              .with("principal", amount(c.principal[k]))
              .with("interest", amount(c.interest[k]))
              .with("fees", amount(c.fees[k]))
              .from(principal())
              .from(interest())
              .from(fees())
              .is(amount(c.principal[k] + c.interest[k] + c.fees[k]));
      default -> balance();
    };
  }

  private Derivation dueDate() {
    if (terms.method() == RepaymentMethod.OWN_SCHEDULE) {
      return Derivation.of("DUE_DATE_AGREED").with("row", k).is(c.periods.due[k]);
    }
    Timing timing = terms.timing();
    boolean fixed = k == c.n && timing.fixedLengthDays() != null;
    Derivation.Builder date =
        Derivation.of(fixed ? "DUE_DATE_FIXED_LENGTH" : "DUE_DATE")
            .with("start", timing.start())
            .with("row", k);
    if (fixed) {
      return date.with("days", timing.fixedLengthDays()).is(c.periods.due[k]);
    }
    return date.with("every", timing.frequency().every())
        .with("unit", timing.frequency().unit())
        .with("firstDue", c.periods.due[1])
        .with("monthEnd", timing.monthEnd())
        .is(c.periods.due[k]);
  }

  /** The growth of the period: the rate as written x the part of its unit. */
  private Derivation rate() {
    if (k <= terms.relief().interestFree()) {
      return Derivation.of("RATE_INTEREST_FREE").with("row", k).is("0");
    }
    Fraction part = c.periods.part(k);
    boolean whole =
        terms.convention().interestBy() == Convention.InterestBy.PERIOD
            && c.periods.isWhole(k)
            && terms.rate().per() != WrittenRate.Unit.DAY;
    return Derivation.of(whole ? "RATE_OF_PERIOD" : "RATE_OF_DAYS")
        .with("rate", terms.rate().value().toPlainString())
        .with("per", terms.rate().per())
        .with("from", c.periods.due[k - 1])
        .with("to", c.periods.due[k])
        .with("dayCount", terms.convention().dayCount())
        .with("days", terms.convention().dayCount().days(c.periods.due[k - 1], c.periods.due[k]))
        .with("part", part.numerator() + "/" + part.denominator())
        .is(shown(c.periods.numerator[k], c.periods.denominator[k]));
  }

  private Derivation interest() {
    if (terms.method() == RepaymentMethod.FLAT) {
      return flatInterest();
    }
    Derivation borne =
        Derivation.of("INTEREST")
            .with("balance", amount(c.balance[k - 1]))
            .with("growth", c.periods.numerator[k] + "/" + c.periods.denominator[k])
            .rounded(
                exact(c.balance[k - 1], c.periods.numerator[k], c.periods.denominator[k]),
                how(c.rounding))
            .from(rate())
            .is(amount(c.accrued[k]));
    long moved = c.interest[k] - c.accrued[k];
    if (moved == 0) {
      return borne;
    }
    return Derivation.of(movedBy())
        .with("interest", amount(c.accrued[k]))
        .with("moved", amount(moved))
        .from(borne)
        .is(amount(c.interest[k]));
  }

  private String movedBy() {
    Relief relief = terms.relief();
    if (relief.moratorium() > 0) {
      return k <= relief.moratorium()
          ? "INTEREST_MORATORIUM_" + relief.treatment()
          : relief.treatment() == Moratorium.CAPITALISE
              ? "INTEREST_WAITED"
              : "INTEREST_AFTER_MORATORIUM_" + relief.treatment();
    }
    return relief.interestGrace() > 0 ? "INTEREST_GRACE" : "INTEREST_WAITED";
  }

  private Derivation flatInterest() {
    Fraction whole = c.periods.whole();
    long all = c.rounding.timesRatio(c.balance[0], whole.numerator(), whole.denominator());
    return Derivation.of(k == c.n ? "INTEREST_FLAT_REST" : "INTEREST_FLAT")
        .with("principal", amount(c.balance[0]))
        .with("growth", whole.numerator() + "/" + whole.denominator())
        .with("wholeInterest", amount(all))
        .with("instalments", c.n)
        .rounded(exact(all, 1, c.n), how(c.rounding))
        .is(amount(c.interest[k]));
  }

  private Derivation principal() {
    String result = amount(c.principal[k]);
    if (k == c.n) {
      return Derivation.of("PRINCIPAL_REST").with("balance", amount(c.balance[k - 1])).is(result);
    }
    if (k < c.firstPaying()) {
      return Derivation.of("PRINCIPAL_GRACE").with("row", k).is(result);
    }
    return switch (terms.method()) {
      case EQUAL_INSTALMENT, BALLOON, FLAT ->
          Derivation.of("PRINCIPAL_OF_EQUAL_INSTALMENT")
              .with("equalAmount", amount(c.equalMinor))
              .with("interest", amount(c.equalMinor - c.principal[k]))
              .from(equalAmount())
              .is(result);
      case EQUAL_PRINCIPAL -> Derivation.of("PRINCIPAL_EQUAL").from(equalAmount()).is(result);
      case INTEREST_ONLY, BULLET -> Derivation.of("PRINCIPAL_AT_THE_END").is(result);
      case OWN_SCHEDULE -> {
        Agreed row = terms.shape().agreed().get(k - 1);
        yield Derivation.of("PRINCIPAL_AGREED_" + row.kind())
            .with("agreed", amount(row.amountMinor()))
            .with("interest", amount(c.interest[k]))
            .is(result);
      }
    };
  }

  private Derivation equalAmount() {
    int paying = c.firstPaying();
    Rounding toUnit = c.rounding.to(terms.shape().unitMinor());
    Derivation.Builder amount =
        Derivation.of("EQUAL_AMOUNT_" + terms.method())
            .with("principal", amount(c.balance[paying - 1]))
            .with("instalments", c.n - paying + 1);
    return switch (terms.method()) {
      case EQUAL_INSTALMENT, BALLOON -> {
        LevelInstalment level = new LevelInstalment(c.periods, paying);
        Fraction first = c.periods.levelFirst;
        long rounded = level.of(c.balance[paying - 1], terms.shape().balloonMinor(), toUnit);
        yield amount
            .with("balloon", amount(terms.shape().balloonMinor()))
            .with("growthFirst", shown(first.numerator(), first.denominator()))
            .with("growthLast", shown(c.periods.numerator[c.n], c.periods.denominator[c.n]))
            .with("smoothed", amount(c.equalMinor - rounded))
            .rounded(
                level
                    .unrounded(
                        c.balance[paying - 1], terms.shape().balloonMinor(), digits, DECIMALS_SHOWN)
                    .toPlainString(),
                how(toUnit))
            .is(amount(c.equalMinor));
      }
      case EQUAL_PRINCIPAL ->
          amount
              .rounded(exact(c.balance[paying - 1], 1, c.n - paying + 1L), how(toUnit))
              .is(amount(c.equalMinor));
      case FLAT -> {
        Fraction whole = c.periods.whole();
        long all = c.rounding.timesRatio(c.balance[0], whole.numerator(), whole.denominator());
        yield amount
            .with("wholeInterest", amount(all))
            .rounded(exact(c.balance[0] + all, 1, c.n), how(c.rounding))
            .is(amount(c.equalMinor));
      }
      default -> throw Invalid.field("/figure", "FIGURE_METHOD", "the method has no equal amount");
    };
  }

  private Derivation fees() {
    Derivation.Builder sum = Derivation.of("FEES").with("row", k);
    for (Fee fee : terms.fees()) {
      if (fee.when() == Fee.When.EACH_INSTALMENT) {
        long base =
            fee.baseMinor(
                terms.principal().minor(), c.principal[k], c.interest[k], c.balance[k - 1]);
        Derivation.Builder one =
            Derivation.of("FEE_" + fee.base())
                .with("code", fee.code())
                .with("share", fee.share().toPlainString())
                .with("base", amount(base));
        if (fee.base() != Fee.Base.FIXED) {
          one.rounded(
              trimmed(BigDecimal.valueOf(base, digits).multiply(fee.share())), how(c.rounding));
        }
        sum.from(one.is(amount(c.feeMinor(fee, k))));
      }
    }
    return sum.is(amount(c.fees[k]));
  }

  private Derivation balance() {
    return Derivation.of("BALANCE")
        .with("before", amount(c.balance[k - 1]))
        .with("principal", amount(c.principal[k]))
        .with("capitalised", amount(c.capitalisedMinor(k)))
        .from(principal())
        .is(amount(c.balance[k]));
  }

  private Derivation cost(Figure figure) {
    Schedule schedule = new Schedule(terms, c.rows(), c.upfrontFees());
    AnnualCost cost = AnnualCost.of(schedule);
    BigDecimal result =
        switch (figure) {
          case NOMINAL_COST -> cost.nominal();
          case EFFECTIVE_COST -> cost.effective();
          case RETURN_BY_DATES -> AnnualCost.byDates(schedule);
          default -> AnnualCost.regulationZ(schedule);
        };
    return Derivation.of(figure.name())
        .with("principal", amount(terms.principal().minor()))
        .with("upfrontFees", amount(schedule.upfrontMinor()))
        .with("payments", c.n)
        .with("paid", amount(schedule.rows().stream().mapToLong(ScheduleRow::totalMinor).sum()))
        .with("start", terms.start())
        .with("maturity", schedule.maturity())
        .rounded(null, "HALF_UP 0.0001")
        .is(result.toPlainString());
  }

  private String amount(long minor) {
    return BigDecimal.valueOf(minor, digits).toPlainString();
  }

  private String how(Rounding rounding) {
    return rounding.mode() + " " + amount(rounding.unitMinor());
  }

  private String exact(long minor, long numerator, long denominator) {
    BigInteger top = BigInteger.valueOf(minor).multiply(BigInteger.valueOf(numerator));
    return trimmed(
        new BigDecimal(top, digits)
            .divide(BigDecimal.valueOf(denominator), DECIMALS_SHOWN, RoundingMode.HALF_EVEN));
  }

  private static String shown(long numerator, long denominator) {
    return trimmed(
        BigDecimal.valueOf(numerator)
            .divide(BigDecimal.valueOf(denominator), DECIMALS_SHOWN, RoundingMode.HALF_EVEN));
  }

  private static String trimmed(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
