package org.shouxin.servicing.line;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.page.Cursor;
import org.shouxin.chassis.page.Page;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.line.Lines.Draw;
import org.shouxin.servicing.line.model.CreditLine;
import org.shouxin.servicing.line.model.Room;

/** Shows lines with what is available today, and what was drawn. */
@ApplicationScoped
public class ViewLines {

  private final FindLine find;
  private final Lines lines;
  private final BusinessDays days;
  private final UnitOfWork work;

  ViewLines(FindLine find, Lines lines, BusinessDays days, UnitOfWork work) {
    this.find = find;
    this.lines = lines;
    this.days = days;
    this.work = work;
  }

  /** A line as it stands on the current day. */
  public record Standing(CreditLine line, Room room) {}

  public Uni<Standing> one(UUID lineId) {
    return work.reading(
        () -> find.seen(lineId).chain(line -> days.current().chain(day -> standing(line, day))));
  }

  public Uni<Page<Standing>> page(UUID borrowerId, String cursor, Integer limitOrNull) {
    int limit = Cursor.limit(limitOrNull);
    UUID before = before(cursor);
    String subject = find.subjectOrNull();
    return work.reading(
            () ->
                days.current()
                    .chain(
                        day ->
                            lines
                                .page(borrowerId, subject, before, limit + 1)
                                .chain(found -> standings(found, day))))
        .map(rows -> Cursor.page(rows, limit, row -> new String[] {row.line().id().toString()}));
  }

  public Uni<Page<Draw>> draws(UUID lineId, String cursor, Integer limitOrNull) {
    int limit = Cursor.limit(limitOrNull);
    UUID before = before(cursor);
    return work.reading(
            () -> find.seen(lineId).chain(line -> lines.draws(line.id(), before, limit + 1)))
        .map(rows -> Cursor.page(rows, limit, row -> new String[] {row.loanId().toString()}));
  }

  /** A line as it stands on a day, in the caller's unit. */
  Uni<Standing> standing(CreditLine line, LocalDate day) {
    return lines.use(line, day).map(use -> new Standing(line, line.room(use, day)));
  }

  private Uni<List<Standing>> standings(List<CreditLine> found, LocalDate day) {
    return Multi.createFrom()
        .iterable(found)
        .onItem()
        .transformToUniAndConcatenate(line -> standing(line, day))
        .collect()
        .asList();
  }

  private static UUID before(String cursor) {
    List<String> key = Cursor.decode(cursor, 1);
    try {
      return key.isEmpty() ? null : UUID.fromString(key.get(0));
    } catch (IllegalArgumentException notAnId) {
      throw Invalid.field("cursor", "CURSOR", "not a cursor of this list");
    }
  }
}
