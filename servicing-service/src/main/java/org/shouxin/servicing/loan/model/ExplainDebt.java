package org.shouxin.servicing.loan.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.schedule.Derivation;

/**
 * Derives an accrual, a penalty or what a payment covered, when somebody asks; by the same
 * functions that count them.
 */
public final class ExplainDebt {

  private static final int DECIMALS_SHOWN = 12;
  private static final BigDecimal PENALTY_DAYS_PER_YEAR = BigDecimal.valueOf(360);

  private final Debt debt;
  private final Debt.Rules rules;
  private final List<MoneyEntry> money;
  private final int digits;

  /**
   * @param debt the instalments of every version
   * @param money as it counts now, in the order in which it counts
   */
  public ExplainDebt(Debt debt, List<MoneyEntry> money, Currency currency) {
    this.debt = debt;
    this.rules = debt.rules();
    this.money = money;
    this.digits = currency.getDefaultFractionDigits();
  }

  /** The interest of an instalment that is recognised at the end of a day. */
  public Derivation interest(int number, LocalDate asOf) {
    LocalDate day = rules.grownTo(asOf);
    InstalmentFacts one = instalment(number, asOf);
    if (one.dueOn(day)) {
      return Derivation.of("ACCRUAL_DUE")
          .with("instalment", number)
          .with("dueDate", one.dueDate())
          .with("interest", amount(one.planned().interestMinor()))
          .is(amount(one.interestMinor(day, rules.dayCount())));
    }
    Derivation share = share(one, day);
    return one.interestCarriedMinor() == 0
        ? share
        : Derivation.of("ACCRUAL_CARRIED")
            .with("carried", amount(one.interestCarriedMinor()))
            .with("share", share.result())
            .from(share)
            .is(amount(one.interestMinor(day, rules.dayCount())));
  }

  private Derivation share(InstalmentFacts one, LocalDate day) {
    long days = Accrual.days(one.periodStart(), one.dueDate(), rules.dayCount());
    long passed =
        day.isBefore(one.periodStart())
            ? 0
            : Math.min(Accrual.days(one.periodStart(), day, rules.dayCount()), days);
    BigDecimal exact =
        BigDecimal.valueOf(one.runningInterestMinor(), digits)
            .multiply(BigDecimal.valueOf(passed))
            .divide(BigDecimal.valueOf(Math.max(1, days)), DECIMALS_SHOWN, RoundingMode.HALF_EVEN);
    return Derivation.of("ACCRUAL_SHARE")
        .with("instalment", one.number())
        .with("interest", amount(one.runningInterestMinor()))
        .with("from", one.periodStart())
        .with("dueDate", one.dueDate())
        .with("day", day)
        .with("dayCount", rules.dayCount())
        .with("passed", passed)
        .with("days", days)
        .rounded(shown(exact), how(RoundingMode.DOWN))
        .is(amount(one.interestMinor(day, rules.dayCount()) - one.interestCarriedMinor()));
  }

  /** The penalty interest of an instalment at the end of a day, stretch by stretch. */
  public Derivation penalty(int number, LocalDate asOf) {
    InstalmentFacts facts = instalment(number, asOf).untouched(rules.graceDays());
    Derivation.Builder why =
        Derivation.of("PENALTY")
            .with("instalment", number)
            .with("dueDate", facts.dueDate())
            .with("graceDays", rules.graceDays())
            .with("carried", amount(facts.penaltyCarriedMinor()))
            .with("day", asOf);
    for (MoneyEntry entry : until(asOf)) {
      for (Allocation.Line line : entry.covered().lines()) {
        if (line.instalmentId().equals(facts.id())) {
          LocalDate paidOn = rules.grownTo(entry.valueDate());
          InstalmentFacts after =
              facts.pay(line.component(), line.minor(), paidOn, rules.penaltyRate(facts));
          if (line.component() == Component.PRINCIPAL) {
            stretch(facts, after.penaltyFrom()).ifPresent(why::from);
          }
          facts = after;
        }
      }
    }
    LocalDate day = rules.grownTo(asOf);
    stretch(facts, day).ifPresent(why::from);
    return why.is(amount(facts.penaltyMinor(day, rules.penaltyRate(facts))));
  }

  /** The running stretch of an instalment, up to and with a day; empty when it adds nothing. */
  private Optional<Derivation> stretch(InstalmentFacts facts, LocalDate to) {
    long before = facts.planned().penaltyMinor() - facts.penaltyStretchMinor();
    long minor = facts.penaltyMinor(to, rules.penaltyRate(facts)) - before;
    if (minor == 0) {
      return Optional.empty();
    }
    long base = facts.planned().principalMinor() - facts.paid().principalMinor();
    long days = ChronoUnit.DAYS.between(facts.penaltyFrom(), to);
    BigDecimal exact =
        BigDecimal.valueOf(base, digits)
            .multiply(rules.penaltyRate(facts).yearly())
            .multiply(BigDecimal.valueOf(days))
            .divide(PENALTY_DAYS_PER_YEAR, DECIMALS_SHOWN, RoundingMode.HALF_EVEN);
    return Optional.of(
        Derivation.of("PENALTY_STRETCH")
            .with("principal", amount(base))
            .with("rate", rules.penaltyRate(facts))
            .with("after", facts.penaltyFrom())
            .with("to", to)
            .with("days", days)
            .rounded(shown(exact), how(RoundingMode.HALF_UP))
            .is(amount(minor)));
  }

  /** What a payment covers as it counts now; empty when no such payment counts. */
  public Optional<Derivation> allocation(UUID paymentId) {
    for (int at = 0; at < money.size(); at++) {
      if (paymentId.equals(money.get(at).paymentId()) && money.get(at).amountMinor() > 0) {
        return Optional.of(allocation(money.get(at), debt.withMoney(money.subList(0, at))));
      }
    }
    return Optional.empty();
  }

  private Derivation allocation(MoneyEntry entry, Debt before) {
    Derivation.Builder why =
        Derivation.of(entry.instruction() == null ? "ALLOCATION" : "ALLOCATION_INSTRUCTED")
            .with("amount", amount(entry.amountMinor()))
            .with("valueDate", entry.valueDate())
            .with("direction", rules.order().direction());
    if (entry.instruction() != null) {
      why.with("purpose", entry.instruction().purpose());
    }
    long left = entry.amountMinor();
    for (Allocation.Line line : entry.covered().lines()) {
      InstalmentFacts one =
          before.instalments().stream()
              .filter(f -> f.id().equals(line.instalmentId()))
              .findFirst()
              .orElseThrow();
      long owed = before.open(one, entry.valueDate()).of(line.component());
      why.from(
          Derivation.of("ALLOCATION_" + line.component())
              .with("instalment", one.number())
              .with("dueDate", one.dueDate())
              .with("owed", amount(owed))
              .with("left", amount(left))
              .is(amount(line.minor())));
      left -= line.minor();
    }
    return why.with("surplus", amount(entry.covered().surplusMinor()))
        .is(amount(entry.covered().total().totalMinor()));
  }

  private List<MoneyEntry> until(LocalDate day) {
    return money.stream().filter(entry -> !entry.valueDate().isAfter(day)).toList();
  }

  private InstalmentFacts instalment(int number, LocalDate day) {
    return debt.live(day).stream()
        .filter(f -> f.number() == number && !f.isCharge())
        .findFirst()
        .orElseThrow(
            () ->
                Invalid.field(
                    "instalment", "INSTALMENT_UNKNOWN", "the schedule of the day has none such"));
  }

  private String amount(long minor) {
    return BigDecimal.valueOf(minor, digits).toPlainString();
  }

  private String how(RoundingMode mode) {
    return mode + " " + amount(1);
  }

  private static String shown(BigDecimal exact) {
    return exact.stripTrailingZeros().toPlainString();
  }
}
