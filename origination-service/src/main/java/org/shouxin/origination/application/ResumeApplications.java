package org.shouxin.origination.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.origination.application.model.LoanApplication;

/**
 * Takes up applications that wait: for a judgement nobody could give, for an offer nobody could
 * calculate, or because the process died in between. Ends offers whose time is over.
 */
@ApplicationScoped
public class ResumeApplications {

  private static final Logger LOG = Logger.getLogger(ResumeApplications.class);
  private static final int BATCH_MAX = 20;

  private final Applications applications;
  private final AssessApplication assess;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  ResumeApplications(
      Applications applications, AssessApplication assess, UnitOfWork unitOfWork, Clock clock) {
    this.applications = applications;
    this.assess = assess;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /** One round, one application after the other; one that fails does not hold up the others. */
  public Uni<Void> round(Duration patience) {
    Instant now = clock.instant();
    return unitOfWork
        .reading(() -> applications.waiting(now.minus(patience), BATCH_MAX))
        .onItem()
        .transformToMulti(waiting -> Multi.createFrom().iterable(waiting))
        .onItem()
        .transformToUniAndConcatenate(id -> survive(id, resume(id)))
        .collect()
        .last()
        .chain(() -> unitOfWork.reading(() -> applications.overdue(now, BATCH_MAX)))
        .onItem()
        .transformToMulti(overdue -> Multi.createFrom().iterable(overdue))
        .onItem()
        .transformToUniAndConcatenate(id -> survive(id, expire(id, now)))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Boolean> resume(UUID id) {
    return assess
        .prepare(id, Locale.SIMPLIFIED_CHINESE)
        .chain(prepared -> unitOfWork.inTransaction(() -> assess.complete(prepared)))
        .replaceWith(true);
  }

  private Uni<Boolean> expire(UUID id, Instant now) {
    return unitOfWork.inTransaction(
        () -> applications.byIdForUpdate(id).map((LoanApplication a) -> a.expireIfDue(now)));
  }

  private static Uni<Boolean> survive(UUID id, Uni<Boolean> step) {
    return step.onFailure()
        .recoverWithItem(
            failure -> {
              LOG.warnf("application %s not resumed: %s", id, failure.getClass().getName());
              return false;
            });
  }
}
