package org.shouxin.risk.watch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.shouxin.risk.blacklist.MoveEntry;
import org.shouxin.risk.calendar.BusinessDates;

/** A business day opened: clocks of the blacklist move. */
@ApplicationScoped
public class FollowDay {

  private final BusinessDates dates;
  private final MoveEntry blacklist;

  public FollowDay(BusinessDates dates, MoveEntry blacklist) {
    this.dates = dates;
    this.blacklist = blacklist;
  }

  public Uni<Void> opened(LocalDate next) {
    return dates.opened(next).chain(() -> blacklist.dayOpened(next));
  }
}
