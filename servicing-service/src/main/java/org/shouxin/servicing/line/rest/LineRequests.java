package org.shouxin.servicing.line.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.line.OpenLine.Framework;
import org.shouxin.servicing.line.model.CreditLine;
import org.shouxin.servicing.line.model.Disclosure;
import org.shouxin.servicing.line.model.Holder;
import org.shouxin.servicing.line.model.LineTerms;
import org.shouxin.servicing.schedule.LateTerms;
import org.shouxin.servicing.schedule.RepaymentMethod;
import org.shouxin.servicing.schedule.Terms;
import org.shouxin.servicing.schedule.form.TermsTemplate;

/** What callers send about lines, and what is wrong with it. */
final class LineRequests {

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
  private static final Set<String> CHANNELS = Set.of("SMS", "APP_PUSH", "EMAIL");
  private static final String CURRENCY = "CNY";
  private static final int TEXT_LENGTH_MAX = 100;

  private LineRequests() {}

  /**
   * A signed framework contract.
   *
   * @param borrowerSubject with agreement: login and account of a borrower who has no loan here yet
   * @param penaltyRateMultiple 1.5 when left out
   * @param graceDays 3 when left out
   * @param scheduleTerms what every draw has of terms beyond sum, method, months and start
   */
  public record OpenRequest(
      UUID borrowerId,
      String borrowerSubject,
      UUID applicationId,
      String agreement,
      String preferredChannel,
      String productCode,
      Money limit,
      BigDecimal annualRate,
      BigDecimal penaltyRateMultiple,
      Integer graceDays,
      Integer termMonthsMax,
      String contractHash,
      LocalDate expiresOn,
      JsonNode scheduleTerms) {

    Framework framework(String openedBy) {
      required(borrowerId, "/borrowerId");
      matching(productCode, CODE, "/productCode");
      matching(contractHash, SHA_256, "/contractHash");
      required(annualRate, "/annualRate");
      required(expiresOn, "/expiresOn");
      months(termMonthsMax, "/termMonthsMax");
      money(limit, "/limit", CreditLine.LIMIT_MINOR_MIN);
      return new Framework(
          borrowerId,
          holder(),
          new LineTerms(
              productCode,
              limit.minor(),
              CURRENCY,
              annualRate,
              penaltyRateMultiple == null ? LateTerms.MULTIPLE_DEFAULT : penaltyRateMultiple,
              graceDays == null ? LateTerms.GRACE_DAYS_DEFAULT : graceDays,
              termMonthsMax,
              contractHash,
              expiresOn,
              TermsTemplate.text(scheduleTerms, "/scheduleTerms")),
          openedBy);
    }

    private Holder holder() {
      if (borrowerSubject == null && agreement == null) {
        return null;
      }
      text(borrowerSubject, "/borrowerSubject");
      text(agreement, "/agreement");
      required(applicationId, "/applicationId");
      String channel = preferredChannel == null ? "SMS" : preferredChannel;
      if (!CHANNELS.contains(channel)) {
        throw Invalid.field("/preferredChannel", "UNKNOWN", "SMS, APP_PUSH or EMAIL");
      }
      return new Holder(borrowerId, borrowerSubject, applicationId, agreement, channel);
    }
  }

  /** What the borrower would draw. */
  public record DisclosureRequest(
      Money amount, RepaymentMethod method, Integer termMonths, String purpose) {

    Disclosure.Wish wish() {
      required(method, "/method");
      months(termMonths, "/termMonths");
      matching(purpose, CODE, "/purpose");
      money(amount, "/amount", Terms.PRINCIPAL_MINOR_MIN);
      return new Disclosure.Wish(amount, method, termMonths, purpose);
    }
  }

  /** The borrower has read the disclosure and draws. */
  public record DrawRequest(UUID disclosureId) {
    void check() {
      required(disclosureId, "/disclosureId");
    }
  }

  static void required(Object value, String pointer) {
    if (value == null) {
      throw Invalid.field(pointer, "REQUIRED", "missing");
    }
  }

  private static void months(Integer months, String pointer) {
    if (months == null || months < 1 || months > Terms.TERM_MONTHS_MAX) {
      throw Invalid.field(pointer, "TERM_RANGE", "from 1 to " + Terms.TERM_MONTHS_MAX + " months");
    }
  }

  private static void money(Money money, String pointer, long minorMin) {
    required(money, pointer);
    if (!CURRENCY.equals(money.currency().getCurrencyCode())) {
      throw Invalid.field(
          pointer + "/currency", "CURRENCY_NOT_SERVED", "lines are opened and drawn in CNY only");
    }
    if (money.minor() < minorMin) {
      throw Invalid.field(
          pointer + "/amount", "LINE_AMOUNT_MIN", "at least " + Money.ofMinor(minorMin, CURRENCY));
    }
  }

  private static void matching(String value, Pattern pattern, String pointer) {
    required(value, pointer);
    if (!pattern.matcher(value).matches()) {
      throw Invalid.field(pointer, "FORMAT", "must match " + pattern.pattern());
    }
  }

  private static void text(String value, String pointer) {
    required(value, pointer);
    if (value.isBlank() || value.length() > TEXT_LENGTH_MAX) {
      throw Invalid.field(pointer, "LENGTH", "from 1 to " + TEXT_LENGTH_MAX + " characters");
    }
  }
}
