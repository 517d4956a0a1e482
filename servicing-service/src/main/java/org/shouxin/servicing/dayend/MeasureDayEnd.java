package org.shouxin.servicing.dayend;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.ToLongFunction;
import org.shouxin.servicing.calendar.BusinessDay;
import org.shouxin.servicing.calendar.BusinessDay.Progress;

/** The progress of the close under way as gauges; all are zero while no day is being closed. */
@ApplicationScoped
class MeasureDayEnd {

  private static final Progress NONE = new Progress(0, 0, 0, 0, 0, null);

  private final CloseBusinessDay days;
  private volatile Progress progress = NONE;

  MeasureDayEnd(CloseBusinessDay days, MeterRegistry metrics) {
    this.days = days;
    gauge(metrics, "day.end.loans.done", Progress::loansDone);
    gauge(metrics, "day.end.loans.left", Progress::loansLeft);
    gauge(metrics, "day.end.loans.rate", Progress::loansPerSecond);
    gauge(metrics, "day.end.partitions.left", p -> p.partitions() - p.partitionsDone());
  }

  private void gauge(MeterRegistry metrics, String name, ToLongFunction<Progress> value) {
    Gauge.builder(name, () -> value.applyAsLong(progress)).register(metrics);
  }

  @Scheduled(
      identity = "day-end-measure",
      every = "{shouxin.day-end.measure-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> measure() {
    return days.current()
        .map(BusinessDay::progress)
        .invoke(now -> progress = now == null ? NONE : now)
        .replaceWithVoid();
  }
}
