package org.shouxin.servicing.reminder.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.page.Page;
import org.shouxin.servicing.reminder.ViewReminders;
import org.shouxin.servicing.reminder.model.Reminder;

/** What a borrower was reminded of. */
@Path("/v1/loans/{id}/reminders")
public class RemindersResource {

  private final ViewReminders view;

  RemindersResource(ViewReminders view) {
    this.view = view;
  }

  /**
   * A reminder.
   *
   * @param code the provider's last word, or the rule by which it was not sent
   * @param ground CONSENT, or the rule by which it is sent without one
   * @param waitsUntil when it is tried next; null when it is not
   */
  record ReminderView(
      UUID reminderId,
      String kind,
      LocalDate businessDate,
      LocalDate dueDate,
      Money amount,
      String channel,
      String state,
      String code,
      String ground,
      Instant waitsUntil) {

    static ReminderView of(Reminder reminder) {
      return new ReminderView(
          reminder.id(),
          reminder.kind().name(),
          reminder.businessDate(),
          reminder.dueDate(),
          reminder.amount(),
          reminder.channel().name(),
          reminder.state().name(),
          reminder.code(),
          reminder.ground(),
          reminder.nextAttemptAt());
    }
  }

  @GET
  @RolesAllowed({"borrower", "officer", "reviewer", "collector", "auditor", "admin", "service"})
  public Uni<Page<ReminderView>> list(
      @RestPath UUID id, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
    return view.ofLoan(id, cursor, limit)
        .map(
            page ->
                new Page<>(
                    page.items().stream().map(ReminderView::of).toList(), page.nextCursor()));
  }
}
