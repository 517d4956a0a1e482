package org.shouxin.origination.architecture.offending.alpha.persistence;

import io.smallrye.mutiny.Uni;

/** Runs two statements at once on one session. */
public final class CombinesStatements {
  Uni<Void> both(Uni<Void> one, Uni<Void> other) {
    return Uni.combine().all().unis(one, other).discardItems();
  }
}
