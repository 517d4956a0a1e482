package org.shouxin.servicing.schedule;

import java.time.LocalDate;
import java.util.List;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.schedule.Law.Jurisdiction;
import org.shouxin.servicing.schedule.Shape.Agreed;

/** Ranges and combinations of terms; each refusal names the field and the rule. */
final class TermsRules {

  /** What the calculation can hold in any case, minor units. */
  static final long PRINCIPAL_MINOR_CEILING = 10_000_000_000_000L;

  private static final int FEES_MAX = 10;

  private TermsRules() {}

  static void check(
      Money principal,
      WrittenRate rate,
      RepaymentMethod method,
      Timing timing,
      Relief relief,
      Shape shape,
      List<Fee> fees,
      Law law) {
    checkPrincipal(principal, law.jurisdiction());
    LocalDate last = lastDue(method, timing, shape);
    if (last.isAfter(timing.start().plusYears(Timing.YEARS_MAX))) {
      throw Invalid.field("/instalments", "TERM_YEARS", "a term is at most 50 years");
    }
    if (law.jurisdiction() == Jurisdiction.CN) {
      checkChinese(rate, method, timing.start(), last, fees);
    }
    if (fees.size() > FEES_MAX) {
      throw Invalid.field("/fees", "FEES_COUNT", "at most " + FEES_MAX + " fees");
    }
    if (method == RepaymentMethod.BULLET && timing.instalments() != 1) {
      throw Invalid.field("/instalments", "BULLET_ONE_INSTALMENT", "a bullet has one instalment");
    }
    if (!relief.isNone()) {
      checkRelief(method, timing, relief);
    }
    checkShape(principal, method, timing, shape);
  }

  static void checkTermMonths(RepaymentMethod method, int termMonths) {
    if (termMonths < 1 || termMonths > Terms.TERM_MONTHS_MAX) {
      throw Invalid.field(
          "/termMonths", "TERM_RANGE", "a term is from 1 to " + Terms.TERM_MONTHS_MAX + " months");
    }
    if (method == RepaymentMethod.BULLET && termMonths > Terms.BULLET_MONTHS_MAX) {
      throw bulletTooLong();
    }
  }

  private static void checkPrincipal(Money principal, Jurisdiction jurisdiction) {
    if (!jurisdiction.serves(principal.currency().getCurrencyCode())) {
      throw Invalid.field(
          "/principal/currency", "CURRENCY_NOT_SERVED", "no loans are made in this currency");
    }
    boolean chinese = jurisdiction == Jurisdiction.CN;
    long min = chinese ? Terms.PRINCIPAL_MINOR_MIN : 1;
    long max = chinese ? Terms.PRINCIPAL_MINOR_MAX : PRINCIPAL_MINOR_CEILING;
    if (principal.minor() < min || principal.minor() > max) {
      throw Invalid.field(
          "/principal/amount", "PRINCIPAL_RANGE", "principal is from 100.00 to 10000000.00");
    }
  }

  private static void checkChinese(
      WrittenRate rate, RepaymentMethod method, LocalDate start, LocalDate last, List<Fee> fees) {
    if (rate.per() == WrittenRate.Unit.YEAR) {
      new Rate(rate.value());
    }
    if (last.isAfter(start.plusMonths(Terms.TERM_MONTHS_MAX))) {
      throw Invalid.field(
          "/instalments", "TERM_RANGE", "a term is at most " + Terms.TERM_MONTHS_MAX + " months");
    }
    if (method == RepaymentMethod.BULLET
        && last.isAfter(start.plusMonths(Terms.BULLET_MONTHS_MAX))) {
      throw bulletTooLong();
    }
    if (fees.stream().anyMatch(Fee::deducted)) {
      throw RuleViolation.refused("CN-PRICE-04", "nothing is deducted from the principal up front")
          .field("/fees");
    }
  }

  private static LocalDate lastDue(RepaymentMethod method, Timing timing, Shape shape) {
    if (method == RepaymentMethod.OWN_SCHEDULE && !shape.agreed().isEmpty()) {
      return shape.agreed().get(shape.agreed().size() - 1).dueDate();
    }
    DueDates.check(timing);
    return DueDates.last(timing);
  }

  private static RuleViolation bulletTooLong() {
    return RuleViolation.refused(
            "CN-LIMIT-01", "a bullet loan runs at most " + Terms.BULLET_MONTHS_MAX + " months")
        .field("/termMonths");
  }

  private static void checkRelief(RepaymentMethod method, Timing timing, Relief relief) {
    int n = timing.instalments();
    if (relief.withoutPrincipal() + relief.interestGrace() > 0 && !method.takesGrace()) {
      throw Invalid.field("/method", "RELIEF_METHOD", method + " knows no grace of this kind");
    }
    if (method == RepaymentMethod.INTEREST_ONLY && relief.principalGrace() > 0) {
      throw Invalid.field(
          "/principalGracePeriods", "RELIEF_METHOD", "principal is paid at the end anyway");
    }
    if (relief.principalGrace() >= n && relief.principalGrace() > 0) {
      throw Invalid.field("/principalGracePeriods", "RELIEF_SHORTER", "grace ends before the loan");
    }
    if (relief.interestGrace() >= n && relief.interestGrace() > 0) {
      throw Invalid.field("/interestGracePeriods", "RELIEF_SHORTER", "grace ends before the loan");
    }
    if (relief.moratorium() >= n && relief.moratorium() > 0) {
      throw Invalid.field("/moratorium/periods", "RELIEF_SHORTER", "it ends before the loan");
    }
    if (relief.interestFree() > n) {
      throw Invalid.field("/interestFreePeriods", "RELIEF_SHORTER", "there are fewer periods");
    }
  }

  private static void checkShape(
      Money principal, RepaymentMethod method, Timing timing, Shape shape) {
    if (shape.smoothLast() && !method.isLevel()) {
      throw Invalid.field("/smoothLast", "SMOOTH_METHOD", "only equal instalments are smoothed");
    }
    boolean takesUnit = method.isLevel() || method == RepaymentMethod.EQUAL_PRINCIPAL;
    if (shape.unitMinor() > 1 && !takesUnit) {
      throw Invalid.field("/instalmentUnit", "INSTALMENT_UNIT_METHOD", "the amounts are not equal");
    }
    if (method == RepaymentMethod.BALLOON == (shape.balloonMinor() == 0)) {
      throw Invalid.field("/balloon", "BALLOON_METHOD", "a balloon loan, and no other, has one");
    }
    if (shape.balloonMinor() >= principal.minor()) {
      throw Invalid.field("/balloon", "BALLOON_RANGE", "a balloon is less than the principal");
    }
    boolean own = method == RepaymentMethod.OWN_SCHEDULE;
    if (shape.agreed().size() != (own ? timing.instalments() : 0)) {
      throw Invalid.field(
          "/agreed", "AGREED_ROWS", "an own schedule, and no other, lists its rows");
    }
    if (own) {
      checkAgreed(principal, timing, shape.agreed());
    }
  }

  private static void checkAgreed(Money principal, Timing timing, List<Agreed> rows) {
    LocalDate before = timing.start();
    long sum = 0;
    for (int k = 0; k < rows.size(); k++) {
      Agreed row = rows.get(k);
      if (!row.dueDate().isAfter(before)) {
        throw Invalid.field("/agreed/" + k + "/dueDate", "AGREED_ORDER", "due dates ascend");
      }
      before = row.dueDate();
      if (row.kind() == Agreed.Kind.REST == k < rows.size() - 1) {
        throw Invalid.field(
            "/agreed/" + k, "AGREED_REST", "the last row, and no other, is the rest");
      }
      long part = row.kind() == Agreed.Kind.PRINCIPAL ? row.amountMinor() : 0;
      if (part > principal.minor() - sum) {
        throw Invalid.field("/agreed", "AGREED_SUM", "the rows pay more than the principal");
      }
      sum += part;
    }
  }
}
