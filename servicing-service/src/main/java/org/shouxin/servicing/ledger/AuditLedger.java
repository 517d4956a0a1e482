package org.shouxin.servicing.ledger;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouxin.chassis.page.Cursor;
import org.shouxin.chassis.problem.Invalid;

/**
 * Holds the ledger's rows against the leaves of the log: who changes a posting, removes one or adds
 * one unlogged is found out, and the row is named. That the leaves themselves stand unchanged is
 * what the log's own audit and the witnesses of its heads show.
 */
@ApplicationScoped
public class AuditLedger {

  private static final int PAGE_GROUPS_MAX = 1_000;
  private static final int PAGES_MAX = 10;
  private static final int DAYS_MAX = 366;
  private static final int CURSOR_PARTS = 3;

  /** The database orders ids by their bytes, as their text does; Java does not. */
  private static final Comparator<UUID> AS_STORED = Comparator.comparing(UUID::toString);

  private final Journals journals;

  AuditLedger(Journals journals) {
    this.journals = journals;
  }

  /**
   * What was found over a part of the journals.
   *
   * @param groups how many posting groups were held against the log
   * @param nextCursor where to go on, null when all of the days were read
   */
  public record Report(
      LocalDate from, LocalDate to, long groups, List<Finding> findings, String nextCursor) {

    Report plus(int more, List<Finding> found) {
      List<Finding> all = new ArrayList<>(findings);
      all.addAll(found);
      return new Report(from, to, groups + more, List.copyOf(all), null);
    }

    Report until(String cursor) {
      return new Report(from, to, groups, findings, cursor);
    }
  }

  /**
   * A row that is not what was logged.
   *
   * @param groupId null for a leaf whose group is gone
   */
  public record Finding(Fault fault, UUID groupId, UUID logLeafId, LocalDate businessDate) {}

  /** What is wrong with a row. */
  public enum Fault {
    /** A posting or its group was changed, added or removed after it was logged. */
    POSTING_CHANGED,
    /** The group names a leaf that the log does not have. */
    POSTING_NOT_LOGGED,
    /** The log has a leaf whose group is gone. */
    POSTING_REMOVED
  }

  /** Audits up to ten thousand groups; the report says where to go on. */
  public Uni<Report> over(LocalDate from, LocalDate to, String cursor) {
    ExportJournals.requireRange(from, to, DAYS_MAX);
    Report nothing = new Report(from, to, 0, List.of(), null);
    return journals
        .around(from, to)
        .chain(around -> pages(Step.at(from, cursor, around), around, PAGES_MAX, nothing));
  }

  /** Where a page begins, and the leaf up to which the leaves before it were looked at. */
  private record Step(JournalGroup.Place place, UUID leaf) {

    static Step at(LocalDate from, String cursor, Journals.Around around) {
      List<String> key = Cursor.decode(cursor, CURSOR_PARTS);
      try {
        return key.isEmpty()
            ? new Step(JournalGroup.Place.before(from), around.leafBefore())
            : new Step(
                new JournalGroup.Place(LocalDate.parse(key.get(0)), UUID.fromString(key.get(1))),
                UUID.fromString(key.get(2)));
      } catch (RuntimeException notOurs) {
        throw Invalid.field("cursor", "CURSOR", "not a cursor of this list");
      }
    }

    String cursor() {
      return Cursor.encode(
          place.businessDate().toString(), place.groupId().toString(), leaf.toString());
    }
  }

  private Uni<Report> pages(Step step, Journals.Around around, int left, Report sofar) {
    return journals
        .after(step.place(), sofar.to(), PAGE_GROUPS_MAX)
        .chain(
            groups -> {
              boolean last = groups.size() < PAGE_GROUPS_MAX;
              UUID upTo = last ? around.leafBehind() : lastLeaf(groups);
              return findings(groups, step.leaf(), upTo)
                  .map(found -> sofar.plus(groups.size(), found))
                  .chain(
                      report ->
                          last
                              ? Uni.createFrom().item(report)
                              : more(new Step(place(groups), upTo), around, left - 1, report));
            });
  }

  private Uni<Report> more(Step next, Journals.Around around, int left, Report report) {
    return left > 0
        ? pages(next, around, left, report)
        : Uni.createFrom().item(report.until(next.cursor()));
  }

  private Uni<List<Finding>> findings(List<JournalGroup> groups, UUID behind, UUID upTo) {
    List<Finding> found = new ArrayList<>();
    Set<UUID> leaves = groups.stream().map(JournalGroup::logLeafId).collect(Collectors.toSet());
    return journals
        .unproven(groups)
        .invoke(unproven -> unproven.forEach(u -> found.add(finding(u, groups))))
        .chain(() -> journals.orphans(behind, upTo, leaves))
        .invoke(
            orphans ->
                orphans.forEach(
                    leaf -> found.add(new Finding(Fault.POSTING_REMOVED, null, leaf, null))))
        .replaceWith(found);
  }

  private static JournalGroup.Place place(List<JournalGroup> groups) {
    return groups.get(groups.size() - 1).place();
  }

  private static UUID lastLeaf(List<JournalGroup> groups) {
    return groups.stream().map(JournalGroup::logLeafId).max(AS_STORED).orElseThrow();
  }

  private static Finding finding(Journals.Unproven unproven, List<JournalGroup> groups) {
    JournalGroup group =
        groups.stream()
            .filter(g -> g.groupId().equals(unproven.groupId()))
            .findFirst()
            .orElseThrow();
    Fault fault = unproven.leafMissing() ? Fault.POSTING_NOT_LOGGED : Fault.POSTING_CHANGED;
    return new Finding(fault, group.groupId(), group.logLeafId(), group.businessDate());
  }
}
