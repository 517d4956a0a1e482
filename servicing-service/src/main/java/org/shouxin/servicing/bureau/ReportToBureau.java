package org.shouxin.servicing.bureau;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.bureau.BureauFiles.Kind;

/**
 * What the close of a day does for the bureau: the month's file on its last day, on other days the
 * file of changes if there are any; then borrowers hear of the negative report that is to come.
 * Done again, it makes nothing twice.
 */
@ApplicationScoped
public class ReportToBureau {

  private static final String BY = "day-end";

  private final CreateBureauFile files;
  private final NotifyNegative notices;
  private final Defaults defaults;
  private final UnitOfWork work;

  ReportToBureau(
      CreateBureauFile files, NotifyNegative notices, Defaults defaults, UnitOfWork work) {
    this.files = files;
    this.notices = notices;
    this.defaults = defaults;
    this.work = work;
  }

  public Uni<Void> atClose(LocalDate day) {
    return work.inTransaction(() -> defaults.end(day))
        .chain(
            () ->
                day.plusDays(1).getDayOfMonth() == 1
                    ? files.create(Kind.MONTHLY, day, BY).replaceWithVoid()
                    : files.createIfChanged(day, BY))
        .chain(notices::run)
        .replaceWithVoid();
  }
}
