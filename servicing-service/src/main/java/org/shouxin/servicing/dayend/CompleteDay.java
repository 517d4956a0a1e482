package org.shouxin.servicing.dayend;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.shouxin.servicing.bureau.ReportToBureau;
import org.shouxin.servicing.classification.ClassifyLoans;

/**
 * What a day's close does once all partitions are done and before the day is closed: the classes of
 * loans, then, as it tells them, the bureau's file. Each goes on where it was broken off.
 */
@ApplicationScoped
class CompleteDay {

  private final ClassifyLoans classes;
  private final ReportToBureau bureau;

  CompleteDay(ClassifyLoans classes, ReportToBureau bureau) {
    this.classes = classes;
    this.bureau = bureau;
  }

  Uni<Void> complete(LocalDate day) {
    return classes.atClose(day).chain(() -> bureau.atClose(day));
  }
}
