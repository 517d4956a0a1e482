package org.shouxin.servicing.line;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.shouxin.servicing.calendar.AtDayOpening;
import org.shouxin.servicing.line.LineEvents.Kind;
import org.shouxin.servicing.line.model.CreditLine;
import org.shouxin.servicing.line.model.CreditLine.Turn;
import org.shouxin.servicing.line.model.Room;

/**
 * Tells when a rule has begun, or ceased, to block a line's draws: on the day after a borrower
 * became late or paid, a line ended, or at once when risk says another limit. Runs in the caller's
 * transaction; what is left over waits for the next day.
 */
@ApplicationScoped
public class WatchLines implements AtDayOpening {

  private static final int LINES_A_DAY_MAX = 1_000;

  private final Lines lines;
  private final LineEvents events;

  WatchLines(Lines lines, LineEvents events) {
    this.lines = lines;
    this.events = events;
  }

  @Override
  public Uni<Void> dayOpened(LocalDate day) {
    return lines
        .turning(day, LINES_A_DAY_MAX)
        .chain(
            found ->
                each(found, id -> lines.locked(id).chain(line -> look(line.orElseThrow(), day))));
  }

  /** Tells of the open lines of a borrower that risk has set another limit for. */
  Uni<Void> limitChanged(UUID borrowerId, LocalDate day) {
    return lines
        .open(borrowerId)
        .chain(
            found ->
                each(
                    found,
                    id ->
                        lines
                            .locked(id)
                            .map(line -> line.orElseThrow())
                            .chain(line -> limitChanged(line, day))));
  }

  private Uni<Void> limitChanged(CreditLine line, LocalDate day) {
    return room(line, day)
        .chain(
            room ->
                events
                    .became(Kind.LIMIT_CHANGED, line, room, day)
                    .chain(() -> turned(line, room, day)));
  }

  private Uni<Void> look(CreditLine line, LocalDate day) {
    return room(line, day).chain(room -> turned(line, room, day));
  }

  private Uni<Room> room(CreditLine line, LocalDate day) {
    return lines.use(line, day).map(use -> line.room(use, day));
  }

  private Uni<Void> turned(CreditLine line, Room room, LocalDate day) {
    return line.stands(room)
        .map(turn -> turn == Turn.FROZEN ? Kind.FROZEN : Kind.RELEASED)
        .map(kind -> events.became(kind, line, room, day))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private static Uni<Void> each(List<UUID> ids, Function<UUID, Uni<Void>> what) {
    return Multi.createFrom()
        .iterable(ids)
        .onItem()
        .transformToUniAndConcatenate(what::apply)
        .collect()
        .last();
  }
}
