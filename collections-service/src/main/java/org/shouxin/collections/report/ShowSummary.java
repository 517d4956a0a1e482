package org.shouxin.collections.report;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.shouxin.chassis.persistence.UnitOfWork;

/** Shows what collections did so far. */
@ApplicationScoped
public class ShowSummary {
  private final Summaries summaries;
  private final UnitOfWork work;

  public ShowSummary(Summaries summaries, UnitOfWork work) {
    this.summaries = summaries;
    this.work = work;
  }

  public Uni<Summary> now() {
    return work.reading(summaries::now);
  }
}
