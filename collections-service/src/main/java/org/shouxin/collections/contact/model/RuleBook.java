package org.shouxin.collections.contact.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;

/**
 * The contact law of mainland China, compiled in as effective-dated rows.
 *
 * <p>A day before the first row of a rule, and a day after the last one lapsed, get the nearest
 * row: absence of a rule never means freedom. Sources are those of the project's table of rules;
 * the first day is the day the newest text was published, and rows are added, never edited.
 */
public final class RuleBook {
  /** Publication of GB/T 45251-2025. */
  private static final LocalDate GB_T_45251 = LocalDate.of(2025, 2, 28);

  /** Publication of the banking association's guideline. */
  private static final LocalDate CBA_GUIDELINE = LocalDate.of(2026, 1, 30);

  private static final String GB = "GB/T 45251-2025";
  private static final String CBA = "CBA guideline 2026-01-30";

  /** A row together with the figures it sets; a rule without figures sets none. */
  public record Row(LegalRule rule, Figures figures) {}

  /** The figures of one row; null where the rule has nothing to say. */
  public record Figures(LocalTime opens, LocalTime closes, Integer count) {
    static Figures none() {
      return new Figures(null, null, null);
    }

    static Figures hours(LocalTime opens, LocalTime closes) {
      return new Figures(opens, closes, null);
    }

    static Figures count(int count) {
      return new Figures(null, null, count);
    }
  }

  private static final List<Row> CHINA =
      List.of(
          new Row(
              rule(RuleIds.QUIET_HOURS, "08:00-22:00", GB + " 5.3; " + CBA, GB_T_45251),
              Figures.hours(LocalTime.of(8, 0), LocalTime.of(22, 0))),
          new Row(
              rule(RuleIds.EFFECTIVE_CALLS, "<= 3 per debtor per day", GB, GB_T_45251),
              Figures.count(3)),
          new Row(
              rule(RuleIds.UNANSWERED_ATTEMPTS, "<= 6 per point per day", CBA, CBA_GUIDELINE),
              Figures.count(6)),
          new Row(
              rule(RuleIds.PERSONS, "debtor; guarantor as agreed", GB, GB_T_45251), Figures.none()),
          new Row(
              rule(
                  RuleIds.THIRD_PARTY_GATE,
                  "number invalid, 3 failures in a row, or debtor dead or incapable",
                  GB + "; " + CBA,
                  GB_T_45251),
              Figures.count(3)),
          new Row(
              rule(
                  RuleIds.THIRD_PARTY_CONTENT,
                  "ask for contact or relay only; no amount, no date",
                  GB,
                  GB_T_45251),
              Figures.none()),
          new Row(
              rule(RuleIds.VISIT_STAFF, ">= 2 on a visit", CBA + " art. 22", CBA_GUIDELINE),
              Figures.count(2)),
          new Row(
              rule(
                  RuleIds.IDENTITY_STATED,
                  "approved text that states the institution; never court or police",
                  CBA,
                  CBA_GUIDELINE),
              Figures.none()));

  private final List<Row> rows;

  public RuleBook(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  public static RuleBook china() {
    return new RuleBook(CHINA);
  }

  /** Every rule as it stands on a day, by id. */
  public List<LegalRule> rulesAt(LocalDate day) {
    return rows.stream()
        .map(row -> row.rule().id())
        .distinct()
        .sorted()
        .map(id -> at(id, day).rule())
        .toList();
  }

  /** The figures that bind on a day. */
  public ContactLimits limitsAt(LocalDate day) {
    Figures hours = at(RuleIds.QUIET_HOURS, day).figures();
    return new ContactLimits(
        hours.opens(),
        hours.closes(),
        at(RuleIds.EFFECTIVE_CALLS, day).figures().count(),
        at(RuleIds.UNANSWERED_ATTEMPTS, day).figures().count(),
        at(RuleIds.THIRD_PARTY_GATE, day).figures().count());
  }

  /** First days of all rows: the days on which a limit can change. */
  public List<LocalDate> turningDays() {
    return rows.stream().map(row -> row.rule().from()).distinct().sorted().toList();
  }

  private Row at(String id, LocalDate day) {
    List<Row> ofRule =
        rows.stream()
            .filter(row -> row.rule().id().equals(id))
            .sorted(Comparator.comparing(row -> row.rule().from()))
            .toList();
    if (ofRule.isEmpty()) {
      throw new IllegalStateException("No row for rule " + id);
    }
    return ofRule.stream()
        .filter(row -> row.rule().inForce(day))
        .reduce((earlier, later) -> later)
        .orElseGet(() -> nearest(ofRule, day));
  }

  private static Row nearest(List<Row> ofRule, LocalDate day) {
    return ofRule.stream()
        .filter(row -> !row.rule().from().isAfter(day))
        .reduce((earlier, later) -> later)
        .orElse(ofRule.get(0));
  }

  private static LegalRule rule(String id, String value, String source, LocalDate from) {
    return new LegalRule(id, value, source, "S", from, null);
  }
}
