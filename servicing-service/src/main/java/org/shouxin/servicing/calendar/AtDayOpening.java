package org.shouxin.servicing.calendar;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;

/**
 * What a feature does once a day has opened. It is told through the service's own topic, so that
 * the close of the day does not wait for it; all of a day's are one transaction.
 */
public interface AtDayOpening {

  Uni<Void> dayOpened(LocalDate day);
}
