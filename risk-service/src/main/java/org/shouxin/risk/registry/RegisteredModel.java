package org.shouxin.risk.registry;

import java.time.Instant;
import org.shouxin.risk.training.Purpose;

/**
 * What is told of a model without its body.
 *
 * @param sharePercent of applicants a challenger decides for, 0 elsewhere
 */
public record RegisteredModel(
    String version,
    Purpose purpose,
    String kind,
    String sha256,
    Stage stage,
    int sharePercent,
    Instant addedAt,
    String addedBy) {

  RegisteredModel at(Stage next, int share) {
    return new RegisteredModel(version, purpose, kind, sha256, next, share, addedAt, addedBy);
  }
}
