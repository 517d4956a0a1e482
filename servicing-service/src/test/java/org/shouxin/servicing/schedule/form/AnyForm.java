package org.shouxin.servicing.schedule.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.schedule.Convention.DayCount;
import org.shouxin.servicing.schedule.Convention.InterestBy;
import org.shouxin.servicing.schedule.Fee;
import org.shouxin.servicing.schedule.Frequency;
import org.shouxin.servicing.schedule.Law.Jurisdiction;
import org.shouxin.servicing.schedule.Law.Lender;
import org.shouxin.servicing.schedule.Relief.Moratorium;
import org.shouxin.servicing.schedule.RepaymentMethod;
import org.shouxin.servicing.schedule.Timing.BrokenPeriod;
import org.shouxin.servicing.schedule.Timing.MonthEnd;
import org.shouxin.servicing.schedule.WrittenRate;
import org.shouxin.servicing.schedule.form.TermsForm.AgreedForm;
import org.shouxin.servicing.schedule.form.TermsForm.FeeForm;
import org.shouxin.servicing.schedule.form.TermsForm.FrequencyForm;
import org.shouxin.servicing.schedule.form.TermsForm.MoratoriumForm;
import org.shouxin.servicing.schedule.form.TermsForm.RateForm;
import org.shouxin.servicing.schedule.form.TermsForm.RoundingForm;

/** Forms that can be read from JSON, most of them at or beyond a limit somewhere. */
final class AnyForm {

  private static final long[] MINORS = {
    Long.MIN_VALUE,
    -1,
    0,
    1,
    2,
    99_99,
    100_00,
    1_000_00,
    10_000_000_00L,
    9_999_999_999_999L,
    10_000_000_000_000L,
    999_999_999_999_999_999L,
    Long.MAX_VALUE
  };
  private static final int[] COUNTS = {
    Integer.MIN_VALUE,
    -1,
    0,
    1,
    2,
    3,
    11,
    12,
    13,
    60,
    61,
    119,
    120,
    121,
    360,
    599,
    600,
    601,
    3_660,
    18_300,
    18_301,
    Integer.MAX_VALUE
  };
  private static final String[] NUMBERS = {
    "-1E+9",
    "-0.01",
    "0",
    "0E-30",
    "1E-10",
    "1E-8",
    "0.000001",
    "0.0005",
    "0.05",
    "0.12",
    "0.24",
    "0.36",
    "0.99999999",
    "1",
    "1.5",
    "9.9999999999",
    "10",
    "10.1",
    "1E+9",
    "1E+999999999",
    "1E-999999999",
    "0.1234567891",
    "0.12345678912"
  };
  private static final String[] DATES = {
    "0001-01-01", "1999-12-31", "2000-01-01", "2000-02-29", "2024-02-29", "2024-08-31",
    "2026-01-31", "2026-12-31", "2027-12-31", "2028-01-01", "2050-02-28", "2099-12-31",
    "2100-01-01", "2150-01-01", "9999-12-31"
  };
  private static final String[] CURRENCIES = {"CNY", "USD", "GBP", "EUR", "JPY", "KWD"};

  private final Random random;
  private final double wild;

  private AnyForm(Random random) {
    this.random = random;
    wild = new double[] {0.03, 0.1, 0.5}[random.nextInt(3)];
  }

  static TermsForm of(Random random) {
    return new AnyForm(random).form();
  }

  private TermsForm form() {
    String currency = pick(CURRENCIES);
    RepaymentMethod method = wild() ? null : pick(RepaymentMethod.values());
    int n = random.nextBoolean() ? 1 + random.nextInt(60) : count();
    boolean own = method == RepaymentMethod.OWN_SCHEDULE;
    boolean yearly = random.nextBoolean();
    return new TermsForm(
        wild() ? null : money(currency),
        yearly || wild() ? number() : null,
        yearly && !wild() ? null : new RateForm(number(), pick(WrittenRate.Unit.values())),
        method,
        wild() ? count() : null,
        own != wild() ? null : method == RepaymentMethod.BULLET && !wild() ? Integer.valueOf(1) : n,
        random.nextBoolean() ? null : new FrequencyForm(count(), pick(Frequency.Unit.values())),
        date(),
        rarely() ? date() : null,
        rarely() ? count() : null,
        rarely() ? pick(MonthEnd.values()) : null,
        rarely() ? count() : null,
        rarely() ? pick(BrokenPeriod.values()) : null,
        random.nextBoolean() ? pick(DayCount.values()) : null,
        rarely() ? pick(InterestBy.values()) : null,
        rarely() ? new RoundingForm(pick(RoundingMode.values()), random.nextInt(5)) : null,
        rarely() ? count() : null,
        rarely() ? count() : null,
        rarely() ? count() : null,
        rarely() ? new MoratoriumForm(count(), pick(Moratorium.values())) : null,
        rarely() ? money(currency) : null,
        rarely() ? random.nextBoolean() : null,
        method == RepaymentMethod.BALLOON || wild() ? money(currency) : null,
        own || wild() ? agreed(currency) : null,
        rarely() ? fees(currency) : null,
        wild() ? pick(Jurisdiction.values()) : Jurisdiction.NONE,
        wild() ? pick(Lender.values()) : null,
        rarely() ? date() : null,
        rarely() ? count() : null,
        rarely() ? number() : null);
  }

  private List<AgreedForm> agreed(String currency) {
    List<AgreedForm> rows = new ArrayList<>();
    LocalDate due = LocalDate.of(2026, 1, 31);
    int n = 1 + random.nextInt(12);
    for (int k = 1; k <= n; k++) {
      due = wild() ? date() : due.plusDays(1 + random.nextInt(2_000));
      boolean last = k == n;
      rows.add(
          new AgreedForm(
              due,
              !last && random.nextBoolean() ? money(currency) : null,
              wild() ? money(currency) : null));
    }
    return rows;
  }

  private List<FeeForm> fees(String currency) {
    List<FeeForm> fees = new ArrayList<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      boolean fixed = random.nextBoolean();
      fees.add(
          new FeeForm(
              wild() ? "a fee" : "FEE",
              pick(Fee.When.values()),
              fixed ? money(currency) : null,
              fixed ? null : number(),
              fixed && !wild() ? null : pick(Fee.Base.values()),
              rarely() ? random.nextBoolean() : null));
    }
    return fees;
  }

  private Money money(String currency) {
    long minor = wild() ? MINORS[random.nextInt(MINORS.length)] : 1 + random.nextInt(1_000_000_00);
    return Money.ofMinor(minor, wild() ? pick(CURRENCIES) : currency);
  }

  private int count() {
    return wild() ? COUNTS[random.nextInt(COUNTS.length)] : 1 + random.nextInt(24);
  }

  private BigDecimal number() {
    return new BigDecimal(wild() ? pick(NUMBERS) : "0.0" + (1 + random.nextInt(49)));
  }

  private LocalDate date() {
    return wild()
        ? LocalDate.parse(pick(DATES))
        : LocalDate.of(2026, 1, 1).plusDays(random.nextInt(800));
  }

  private boolean wild() {
    return random.nextDouble() < wild;
  }

  private boolean rarely() {
    return random.nextInt(5) == 0;
  }

  private <T> T pick(T[] of) {
    return of[random.nextInt(of.length)];
  }
}
