package org.shouxin.servicing.reminder;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.page.Cursor;
import org.shouxin.chassis.page.Page;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.loan.ViewLoans;
import org.shouxin.servicing.reminder.model.Reminder;

/** Shows to who may see a loan what its borrower was reminded of, and what became of it. */
@ApplicationScoped
public class ViewReminders {

  private final Reminders reminders;
  private final ViewLoans loans;
  private final UnitOfWork unit;

  ViewReminders(Reminders reminders, ViewLoans loans, UnitOfWork unit) {
    this.reminders = reminders;
    this.loans = loans;
    this.unit = unit;
  }

  /** The youngest first. */
  public Uni<Page<Reminder>> ofLoan(UUID loanId, String cursor, Integer limitOrNull) {
    int limit = Cursor.limit(limitOrNull);
    UUID before = before(cursor);
    return unit.reading(
            () -> loans.snapshot(loanId).chain(() -> reminders.page(loanId, before, limit + 1)))
        .map(rows -> Cursor.page(rows, limit, row -> new String[] {row.id().toString()}));
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
