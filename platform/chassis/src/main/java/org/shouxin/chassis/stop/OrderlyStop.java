package org.shouxin.chassis.stop;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.shouxin.chassis.persistence.UnitOfWork;

/**
 * Ends the process in good order. The clock starts nothing any more, then every bean that observes
 * the event begins nothing of its own, then what is under way comes to its end; only after that
 * does Quarkus close the database's pool, and after it the channels. Requests have been answered
 * before.
 */
@ApplicationScoped
public class OrderlyStop {

  private static final Logger LOG = Logger.getLogger(OrderlyStop.class);
  private static final int BEFORE_ALL_OTHERS = 1;
  private static final int AFTER_ALL_OTHERS = 10_000;
  private static final int WAIT_MS_MAX = 3_000;

  /** Work of several units has short pauses between them. */
  private static final int QUIET_MS = 200;

  private static final int LOOK_AGAIN_MS = 10;

  private final Scheduler scheduler;
  private final UnitOfWork unitOfWork;

  OrderlyStop(Scheduler scheduler, UnitOfWork unitOfWork) {
    this.scheduler = scheduler;
    this.unitOfWork = unitOfWork;
  }

  void begin(@Observes @Priority(BEFORE_ALL_OTHERS) ShutdownEvent event) {
    scheduler.pause();
  }

  void finish(@Observes @Priority(AFTER_ALL_OTHERS) ShutdownEvent event)
      throws InterruptedException {
    if (!awaitQuiet()) {
      LOG.warnf("%d units of work are cut off by the end", unitOfWork.underWay());
    }
  }

  /** False when work goes on and on. */
  boolean awaitQuiet() throws InterruptedException {
    int quiet = 0;
    for (int waited = 0; waited < WAIT_MS_MAX && quiet < QUIET_MS; waited += LOOK_AGAIN_MS) {
      TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MS);
      quiet = unitOfWork.underWay() == 0 ? quiet + LOOK_AGAIN_MS : 0;
    }
    return quiet >= QUIET_MS;
  }
}
