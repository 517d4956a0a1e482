package org.shouxin.servicing.ledger;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.Invalid;

/**
 * The journals of business days as CSV (RFC 4180), page by page, so that memory does not grow with
 * the book. Closed days never change; of an open day it is what was there when its page was read.
 */
@ApplicationScoped
public class ExportJournals {

  /** Longest export, days. */
  static final int DAYS_MAX = 366;

  private static final int PAGE_GROUPS_MAX = 500;
  private static final String END = "\r\n";
  private static final String HEADER =
      "business_date,recorded_at,group_id,loan_id,reason,account,name_zh,name_en,debit,credit,"
          + "currency,log_leaf_id"
          + END;

  private final Journals journals;

  ExportJournals(Journals journals) {
    this.journals = journals;
  }

  /** Header and lines, a page to an item; debit and credit in major units, the other one empty. */
  public Multi<String> csv(LocalDate from, LocalDate to) {
    requireRange(from, to, DAYS_MAX);
    Multi<String> pages =
        Multi.createBy()
            .repeating()
            .uni(
                () -> new AtomicReference<>(JournalGroup.Place.before(from)),
                place ->
                    journals
                        .after(place.get(), to, PAGE_GROUPS_MAX)
                        .invoke(page -> last(page, place)))
            .until(List::isEmpty)
            .map(page -> page.stream().map(ExportJournals::lines).collect(Collectors.joining()));
    return Multi.createBy().concatenating().streams(Multi.createFrom().item(HEADER), pages);
  }

  static void requireRange(LocalDate from, LocalDate to, int daysMax) {
    if (from == null || to == null || to.isBefore(from)) {
      throw Invalid.field("from", "DATE_RANGE", "from and to are dates, from not after to");
    }
    if (!to.isBefore(from.plusDays(daysMax))) {
      throw Invalid.field("to", "DATE_RANGE_MAX", "at most " + daysMax + " days at a time");
    }
  }

  private static void last(List<JournalGroup> page, AtomicReference<JournalGroup.Place> place) {
    if (!page.isEmpty()) {
      place.set(page.get(page.size() - 1).place());
    }
  }

  private static String lines(JournalGroup group) {
    return group.entries().stream().map(entry -> line(group, entry)).collect(Collectors.joining());
  }

  private static String line(JournalGroup group, JournalGroup.Entry entry) {
    String amount =
        Money.ofMinor(Math.abs(entry.minor()), group.currency()).amount().toPlainString();
    return String.join(
            ",",
            group.businessDate().toString(),
            group.recordedAt().toString(),
            group.groupId().toString(),
            group.loanId() == null ? "" : group.loanId().toString(),
            quoted(group.reason()),
            quoted(entry.account()),
            quoted(entry.nameZh()),
            quoted(entry.nameEn()),
            entry.minor() > 0 ? amount : "",
            entry.minor() < 0 ? amount : "",
            group.currency(),
            group.logLeafId().toString())
        + END;
  }

  private static String quoted(String text) {
    return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
