package org.shouxin.risk.training.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.risk.training.TrainingJob;
import org.shouxin.risk.training.TrainingJobs;

@ApplicationScoped
class SqlTrainingJobs implements TrainingJobs {

  private static final String COLUMNS =
      "id, state, step, percent, asked_at, asked_by, model_version, rule, detail";
  private static final String ADD =
      """
      insert into training_job
        (id, request, data, state, step, percent, beat_at, asked_at, asked_by)
      values ($1, $2, $3, 'QUEUED', 'QUEUED', 0, $4, $4, $5)""";
  private static final String CLAIM =
      """
      update training_job set state = 'RUNNING', step = 'READ', beat_at = $1
      where id =
        (select id from training_job
         where state = 'QUEUED' or state = 'RUNNING' and beat_at < $2
         order by asked_at limit 1 for update skip locked)
      returning id, request, data, asked_by""";
  private static final String BEAT =
      """
      update training_job set step = $2, percent = $3, beat_at = $4
      where id = $1 and state = 'RUNNING'""";
  private static final String DONE =
      """
      update training_job
      set state = 'DONE', step = 'DONE', percent = 100, model_version = $2, data = null
      where id = $1""";
  private static final String REFUSED =
      """
      update training_job set state = 'REFUSED', rule = $2, detail = $3, data = null
      where id = $1""";

  private final UnitOfWork work;

  SqlTrainingJobs(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<Void> add(UUID id, String request, byte[] data, Instant at, String by) {
    return work.change(ADD, id, request, Buffer.buffer(data), at(at), by).replaceWithVoid();
  }

  @Override
  public Uni<TrainingJob> find(UUID id) {
    return work.rows("select " + COLUMNS + " from training_job where id = $1", id)
        .map(rows -> rows.isEmpty() ? null : job(rows.get(0)));
  }

  @Override
  public Uni<List<TrainingJob>> newest(int limit) {
    return work.rows("select " + COLUMNS + " from training_job order by id desc limit $1", limit)
        .map(rows -> rows.stream().map(SqlTrainingJobs::job).toList());
  }

  @Override
  public Uni<Claimed> claim(Instant now, Instant silentBefore) {
    return work.rows(CLAIM, at(now), at(silentBefore))
        .map(
            rows ->
                rows.isEmpty()
                    ? null
                    : new Claimed(
                        (UUID) rows.get(0)[0],
                        (String) rows.get(0)[1],
                        ((Buffer) rows.get(0)[2]).getBytes(),
                        (String) rows.get(0)[3]));
  }

  @Override
  public Uni<Boolean> beat(UUID id, String step, int percent, Instant at) {
    return work.change(BEAT, id, step, percent, at(at)).map(rows -> rows == 1);
  }

  @Override
  public Uni<Void> done(UUID id, String modelVersion) {
    return work.change(DONE, id, modelVersion).replaceWithVoid();
  }

  @Override
  public Uni<Void> refused(UUID id, String rule, String detail) {
    return work.change(REFUSED, id, rule, detail).replaceWithVoid();
  }

  private static TrainingJob job(Object[] row) {
    return new TrainingJob(
        (UUID) row[0],
        TrainingJob.State.valueOf((String) row[1]),
        (String) row[2],
        ((Number) row[3]).intValue(),
        ((OffsetDateTime) row[4]).toInstant(),
        (String) row[5],
        (String) row[6],
        (String) row[7],
        (String) row[8]);
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
