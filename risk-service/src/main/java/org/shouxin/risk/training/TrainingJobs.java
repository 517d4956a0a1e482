package org.shouxin.risk.training;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Stored training runs. */
public interface TrainingJobs {

  Uni<Void> add(UUID id, String request, byte[] data, Instant at, String by);

  /** Null when there is none. */
  Uni<TrainingJob> find(UUID id);

  Uni<List<TrainingJob>> newest(int limit);

  /** The oldest job that waits, or whose runner fell silent before the instant; null if none. */
  Uni<Claimed> claim(Instant now, Instant silentBefore);

  /** False when the job is no longer running. */
  Uni<Boolean> beat(UUID id, String step, int percent, Instant at);

  /** Ends a job; its data is let go. */
  Uni<Void> done(UUID id, String modelVersion);

  Uni<Void> refused(UUID id, String rule, String detail);

  /** A job somebody starts to run. */
  record Claimed(UUID id, String request, byte[] data, String by) {}
}
