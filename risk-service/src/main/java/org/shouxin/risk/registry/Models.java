package org.shouxin.risk.registry;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shouxin.risk.training.Purpose;

/** Stored models, their stages, and the steps proposed. */
public interface Models {

  /** False when the version is taken. */
  Uni<Boolean> add(RegisteredModel model, String document);

  /** Null when there is none. */
  Uni<RegisteredModel> find(String version);

  /** The artefact's own text, null when there is none. */
  Uni<String> document(String version);

  /** Newest first. */
  Uni<List<RegisteredModel>> newest(int limit);

  /** Those of a purpose that score: shadow, challenger, champion. */
  Uni<List<RegisteredModel>> live(Purpose purpose);

  /** Waits until nobody else moves a model of this purpose. */
  Uni<Void> lock(Purpose purpose);

  Uni<Void> place(RegisteredModel model, Move move);

  /** Version of the champion before this one, null when there was none. */
  Uni<String> championBefore(Purpose purpose, String version);

  Uni<Void> propose(Promotion promotion, Instant at);

  /** Null when there is none. */
  Uni<Promotion> promotion(UUID id);

  Uni<Void> close(UUID promotionId);

  /** A step taken, kept for ever. */
  record Move(UUID id, Stage from, Instant at, String by, String approvedBy, String why) {}
}
