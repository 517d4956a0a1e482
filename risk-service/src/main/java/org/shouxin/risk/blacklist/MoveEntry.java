package org.shouxin.risk.blacklist;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.risk.blacklist.model.BlacklistEntry;
import org.shouxin.risk.blacklist.model.BlacklistEntry.BlacklistChanged;
import org.shouxin.risk.calendar.BusinessDates;

/** Moves an entry through its life; runs in the caller's transaction. */
@ApplicationScoped
public class MoveEntry {

  private final BlacklistEntries entries;
  private final TellBlacklist events;
  private final BusinessDates dates;

  public MoveEntry(BlacklistEntries entries, TellBlacklist events, BusinessDates dates) {
    this.entries = entries;
    this.events = events;
    this.dates = dates;
  }

  public Uni<BlacklistEntry> activate(UUID entryId, String by, String notice) {
    return move(entryId, (entry, today) -> entry.activate(by, notice));
  }

  public Uni<BlacklistEntry> objected(UUID entryId, String reference) {
    return move(entryId, (entry, today) -> entry.objected(reference, today));
  }

  public Uni<BlacklistEntry> answered(
      UUID entryId, BlacklistEntry.Answer decision, String reference, String by) {
    return move(entryId, (entry, today) -> entry.answered(decision, reference, by, today));
  }

  /** Removes the entries whose time has come. */
  public Uni<Void> dayOpened(LocalDate today) {
    return entries
        .due(today)
        .chain(
            due ->
                Multi.createFrom()
                    .iterable(due)
                    .onItem()
                    .transformToUniAndConcatenate(
                        entry -> events.tell(entry, entry.dayOpened(today)))
                    .collect()
                    .last());
  }

  private Uni<BlacklistEntry> move(
      UUID entryId, BiFunction<BlacklistEntry, LocalDate, List<BlacklistChanged>> transition) {
    return entries
        .lock(entryId)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("blacklist entry", entryId))
        .call(
            entry ->
                dates
                    .today()
                    .map(today -> transition.apply(entry, today))
                    .chain(moves -> events.tell(entry, moves)));
  }
}
