package org.shouxin.risk.training;

import java.time.Instant;
import java.util.UUID;

/**
 * A training run over REST: QUEUED -> RUNNING -> DONE (a draft model) | REFUSED (rule and detail).
 * A run whose instance dies is taken up again by the next free one.
 *
 * @param step what the run does now
 * @param percent how much of it is done
 */
public record TrainingJob(
    UUID jobId,
    State state,
    String step,
    int percent,
    Instant askedAt,
    String askedBy,
    String modelVersion,
    String rule,
    String detail) {

  /** Life of a job. */
  public enum State {
    QUEUED,
    RUNNING,
    DONE,
    REFUSED
  }
}
