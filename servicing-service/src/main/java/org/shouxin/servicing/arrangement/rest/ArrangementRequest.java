package org.shouxin.servicing.arrangement.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.arrangement.model.Treatment;
import org.shouxin.servicing.arrangement.model.Wish;
import org.shouxin.servicing.arrangement.model.Wish.Kind;
import org.shouxin.servicing.arrangement.model.Wish.Reason;
import org.shouxin.servicing.schedule.Rate;

/**
 * What is asked for. A kind needs months, a due day, or a rate and its first day; what it does not
 * need is left out.
 *
 * @param evidence the borrower's own words, may be left out
 * @param evidenceReference where the proof is kept
 */
public record ArrangementRequest(
    Kind kind,
    Reason reason,
    Integer months,
    Integer dueDay,
    BigDecimal annualRate,
    LocalDate effectiveFrom,
    Treatment treatment,
    String method,
    String evidence,
    String evidenceReference) {

  static final int MONTHS_ASKED_MAX = 60;

  private static final int EVIDENCE_LENGTH_MAX = 2_000;
  private static final int REFERENCE_LENGTH_MAX = 200;
  private static final int DUE_DAY_MAX = 28;
  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/#-]*");

  /** A resident's number (15 or 18 places), a mobile number, or an e-mail address. */
  private static final Pattern PERSONAL =
      Pattern.compile(
          "(?<![0-9A-Za-z])(?:(?:86)?1[0-9]{10}|[0-9]{15}|[0-9]{17}[0-9Xx])(?![0-9A-Za-z])|@");

  private static final Set<Kind> BY_MONTHS =
      EnumSet.of(
          Kind.EXTENSION, Kind.RE_AGE, Kind.PAYMENT_HOLIDAY, Kind.HARDSHIP, Kind.RESTRUCTURE);
  private static final Set<Kind> WITH_TREATMENT =
      EnumSet.of(Kind.EXTENSION, Kind.PAYMENT_HOLIDAY, Kind.HARDSHIP);
  private static final Set<String> METHODS = Set.of("EQUAL_INSTALMENT", "EQUAL_PRINCIPAL");

  Wish wish() {
    required(kind, "/kind");
    required(reason, "/reason");
    checkMonths();
    checkDueDay();
    checkRate();
    only(WITH_TREATMENT.contains(kind), treatment, "/treatment");
    only(kind == Kind.RESTRUCTURE, method, "/method");
    if (method != null && !METHODS.contains(method)) {
      throw Invalid.field("/method", "UNKNOWN", "EQUAL_INSTALMENT or EQUAL_PRINCIPAL");
    }
    length(evidence, EVIDENCE_LENGTH_MAX, "/evidence");
    length(evidenceReference, REFERENCE_LENGTH_MAX, "/evidenceReference");
    nothingPersonal(evidence, "/evidence");
    nothingPersonal(evidenceReference, "/evidenceReference");
    if (evidenceReference != null && !REFERENCE.matcher(evidenceReference).matches()) {
      throw Invalid.field(
          "/evidenceReference", "EVIDENCE_REFERENCE", "an id or a hash, in ASCII, without spaces");
    }
    return new Wish(
        kind,
        reason,
        months == null ? 0 : months,
        dueDay,
        annualRate,
        effectiveFrom,
        treatment,
        method,
        evidence == null ? "" : evidence,
        evidenceReference);
  }

  /** No personal datum is kept in this service: what proves something stays where it is filed. */
  private static void nothingPersonal(String text, String pointer) {
    if (text != null && PERSONAL.matcher(text).find()) {
      throw Invalid.field(
          pointer, "PERSONAL_DATA", "no identity number, phone or address: only a reference");
    }
  }

  private void checkMonths() {
    only(BY_MONTHS.contains(kind), months, "/months");
    if (BY_MONTHS.contains(kind) && (months == null || months < 1 || months > MONTHS_ASKED_MAX)) {
      throw Invalid.field("/months", "MONTHS_RANGE", "from 1 to " + MONTHS_ASKED_MAX);
    }
  }

  private void checkDueDay() {
    only(kind == Kind.CHANGE_DUE_DAY, dueDay, "/dueDay");
    if (kind == Kind.CHANGE_DUE_DAY && (dueDay == null || dueDay < 1 || dueDay > DUE_DAY_MAX)) {
      throw Invalid.field("/dueDay", "DUE_DAY_RANGE", "from 1 to " + DUE_DAY_MAX);
    }
  }

  private void checkRate() {
    only(kind == Kind.RATE_CHANGE || kind == Kind.RESTRUCTURE, annualRate, "/annualRate");
    only(kind == Kind.RATE_CHANGE, effectiveFrom, "/effectiveFrom");
    if (kind == Kind.RATE_CHANGE) {
      required(annualRate, "/annualRate");
      required(effectiveFrom, "/effectiveFrom");
    }
    checkRate(annualRate);
  }

  /** A rate is a yearly fraction of one; its range is the schedule's. */
  static void checkRate(BigDecimal rate) {
    if (rate != null) {
      new Rate(rate);
    }
  }

  static void length(String text, int max, String pointer) {
    if (text != null && text.length() > max) {
      throw Invalid.field(pointer, "LENGTH", "at most " + max + " characters");
    }
  }

  static void required(Object value, String pointer) {
    if (value == null) {
      throw Invalid.field(pointer, "REQUIRED", "missing");
    }
  }

  private static void only(boolean asked, Object value, String pointer) {
    if (!asked && value != null) {
      throw Invalid.field(pointer, "NOT_ASKED", "this kind of arrangement has none");
    }
  }
}
