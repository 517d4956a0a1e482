package org.shouxin.servicing.arrangement;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.shouxin.servicing.arrangement.Arrangements.Unanswered;
import org.shouxin.servicing.calendar.AtDayOpening;

/**
 * Ends quotes that nobody accepted in their days, so that asking alone does not hold collections
 * back for ever. Runs in the caller's transaction; what is left over waits for the next day.
 */
@ApplicationScoped
public class LapseQuotes implements AtDayOpening {

  private static final int QUOTES_A_DAY_MAX = 1_000;

  private final Arrangements arrangements;
  private final ArrangementEvents events;

  LapseQuotes(Arrangements arrangements, ArrangementEvents events) {
    this.arrangements = arrangements;
    this.events = events;
  }

  @Override
  public Uni<Void> dayOpened(LocalDate day) {
    return arrangements
        .unanswered(day, QUOTES_A_DAY_MAX)
        .chain(
            found ->
                Multi.createFrom()
                    .iterable(found)
                    .onItem()
                    .transformToUniAndConcatenate(one -> lapsed(one, day))
                    .collect()
                    .last());
  }

  private Uni<Void> lapsed(Unanswered one, LocalDate day) {
    one.arrangement().lapse(day);
    return events.changed(one.arrangement(), one.borrowerId(), day);
  }
}
