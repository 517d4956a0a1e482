package org.shouxin.servicing.dayend;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Runs the service as a job, when it is started so: closes every day that is over and ends, with
 * exit code 0 when all are closed. Servers that run meanwhile share the work.
 */
@ApplicationScoped
class CloseAndExit {

  private static final Logger LOG = Logger.getLogger(CloseAndExit.class);
  private static final int AFTER_ALL_ELSE = Interceptor.Priority.PLATFORM_AFTER;

  private final RunDayEnd dayEnd;
  private final boolean wanted;

  CloseAndExit(
      RunDayEnd dayEnd, @ConfigProperty(name = "shouxin.day-end.close-and-exit") boolean wanted) {
    this.dayEnd = dayEnd;
    this.wanted = wanted;
  }

  void start(@Observes @Priority(AFTER_ALL_ELSE) StartupEvent event) {
    if (wanted) {
      dayEnd
          .closePast()
          .subscribe()
          .with(
              closed -> Quarkus.asyncExit(0),
              failure -> {
                LOG.errorf(failure, "days that are over are not closed");
                Quarkus.asyncExit(1);
              });
    }
  }
}
