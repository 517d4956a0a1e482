package org.shouxin.servicing.ledger;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.shouxin.servicing.calendar.AtDayOpening;

/** Sums what was posted on each day that is closed, so that balances need not read it again. */
@ApplicationScoped
class SumClosedDays implements AtDayOpening {

  private final Postings postings;

  SumClosedDays(Postings postings) {
    this.postings = postings;
  }

  @Override
  public Uni<Void> dayOpened(LocalDate day) {
    return postings.sumDaysBefore(day);
  }
}
