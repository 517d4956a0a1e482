package org.shouxin.servicing.report;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.report.Figures.Summary;

/** The book in sums, as of now. */
@ApplicationScoped
public class ReadSummary {

  private final Figures figures;
  private final BusinessDays days;
  private final UnitOfWork work;

  ReadSummary(Figures figures, BusinessDays days, UnitOfWork work) {
    this.figures = figures;
    this.days = days;
    this.work = work;
  }

  public Uni<Summary> read() {
    return work.reading(() -> days.current().chain(figures::summary));
  }
}
