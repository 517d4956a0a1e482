package org.shouxin.risk.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.json.Json;
import org.shouxin.chassis.persistence.FreshContext;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.risk.boosting.TreesInvalid;
import org.shouxin.risk.dataset.CsvText;
import org.shouxin.risk.dataset.DataRefused;
import org.shouxin.risk.registry.KeepModels;
import org.shouxin.risk.scorecard.CardDocument;

/** Takes training runs in and runs them one at a time, off the event loop, telling progress. */
@ApplicationScoped
public class RunTraining {

  private static final Logger LOG = Logger.getLogger(RunTraining.class);
  private static final Duration SILENCE_MAX = Duration.ofMinutes(2);
  private static final int DETAIL_CHARACTERS_MAX = 500;
  private static final int LISTED_MAX = 100;

  private final TrainingJobs jobs;
  private final KeepModels models;
  private final UnitOfWork work;
  private final Vertx vertx;
  private final Ids ids;
  private final Clock clock;
  private final AtomicReference<Running> running = new AtomicReference<>();

  RunTraining(
      TrainingJobs jobs, KeepModels models, UnitOfWork work, Vertx vertx, Ids ids, Clock clock) {
    this.jobs = jobs;
    this.models = models;
    this.work = work;
    this.vertx = vertx;
    this.ids = ids;
    this.clock = clock;
  }

  private record Running(UUID id, String step, int percent) {}

  /** Queues a run; in a transaction. */
  public Uni<TrainingJob> ask(RunRequest request, byte[] data, String by) {
    UUID id = ids.next();
    String written = new String(CardDocument.write(request), StandardCharsets.UTF_8);
    Instant now = clock.instant();
    return jobs.add(id, written, data, now, by)
        .replaceWith(
            new TrainingJob(id, TrainingJob.State.QUEUED, "QUEUED", 0, now, by, null, null, null));
  }

  public Uni<TrainingJob> get(UUID id) {
    return jobs.find(id).onItem().ifNull().failWith(() -> new NotFound("training job", id));
  }

  public Uni<List<TrainingJob>> list() {
    return jobs.newest(LISTED_MAX);
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> tick() {
    Instant now = clock.instant();
    return FreshContext.run(
            vertx, () -> work.inTransaction(() -> jobs.claim(now, now.minus(SILENCE_MAX))))
        .chain(claimed -> claimed == null ? Uni.createFrom().voidItem() : run(claimed))
        .onFailure()
        .recoverWithUni(
            failure -> {
              LOG.warnf("training waits: %s", failure);
              return Uni.createFrom().voidItem();
            });
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> beat() {
    Running now = running.get();
    return now == null
        ? Uni.createFrom().voidItem()
        : FreshContext.run(
                vertx,
                () ->
                    work.inTransaction(
                        () -> jobs.beat(now.id, now.step, now.percent, clock.instant())))
            .onFailure()
            .recoverWithItem(false)
            .replaceWithVoid();
  }

  private Uni<Void> run(TrainingJobs.Claimed job) {
    running.set(new Running(job.id(), "READ", 0));
    return Uni.createFrom()
        .item(() -> train(job))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .chain(model -> FreshContext.run(vertx, () -> keep(job, model)))
        .onFailure()
        .recoverWithUni(failure -> FreshContext.run(vertx, () -> refuse(job.id(), failure)))
        .onTermination()
        .invoke(() -> running.set(null));
  }

  private TrainedModel train(TrainingJobs.Claimed job) {
    try {
      RunRequest request = Json.strict().readValue(job.request(), RunRequest.class);
      return new TrainModel(
              request, (step, percent) -> running.set(new Running(job.id(), step, percent)))
          .run(CsvText.of(job.data()));
    } catch (JsonProcessingException unreadable) {
      throw new DataRefused("RUN_READABLE", "the request of the run is not readable");
    } catch (IOException broken) {
      throw new DataRefused("DATA_IS_CSV", "the file is broken: " + broken.getMessage());
    }
  }

  private Uni<Void> keep(TrainingJobs.Claimed job, TrainedModel model) {
    return work.inTransaction(
        () -> models.add(model, job.by()).chain(added -> jobs.done(job.id(), added.version())));
  }

  private Uni<Void> refuse(UUID id, Throwable failure) {
    String rule = rule(failure);
    if (rule == null) {
      LOG.errorf(failure, "training run %s failed", id);
    }
    String told = String.valueOf(failure.getMessage());
    String detail =
        rule == null
            ? "the run failed"
            : told.substring(0, Math.min(told.length(), DETAIL_CHARACTERS_MAX));
    return work.inTransaction(
        () -> jobs.refused(id, rule == null ? "TRAINING_FAILED" : rule, detail));
  }

  private static String rule(Throwable failure) {
    if (failure instanceof DataRefused refused) {
      return refused.rule();
    }
    if (failure instanceof TreesInvalid invalid) {
      return invalid.rule();
    }
    return failure instanceof RuleViolation violation ? violation.rule() : null;
  }
}
