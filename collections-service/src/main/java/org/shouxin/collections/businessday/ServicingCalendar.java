package org.shouxin.collections.businessday;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;

/** Servicing's calendar; a remote call. */
public interface ServicingCalendar {
  Uni<LocalDate> currentDate();
}
