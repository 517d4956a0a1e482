package org.shouxin.servicing.dayend;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;

/** Tells the other services that a business day is over. */
public interface DayEvents {

  Uni<Void> closed(LocalDate date, LocalDate nextDate);
}
