package org.shouxin.servicing.line;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.line.LineEvents.Kind;
import org.shouxin.servicing.line.ViewLines.Standing;

/** Ends drawing on a line, in the caller's transaction. */
@ApplicationScoped
public class CloseLine {

  private final FindLine find;
  private final LineEvents events;
  private final ViewLines view;
  private final BusinessDays days;

  CloseLine(FindLine find, LineEvents events, ViewLines view, BusinessDays days) {
    this.find = find;
    this.events = events;
    this.view = view;
    this.days = days;
  }

  public Uni<Standing> handle(UUID lineId) {
    return find.locked(lineId)
        .chain(
            line ->
                days.postingDay()
                    .invoke(line::close)
                    .chain(
                        day ->
                            view.standing(line, day)
                                .call(
                                    standing ->
                                        events.became(Kind.CLOSED, line, standing.room(), day))));
  }
}
