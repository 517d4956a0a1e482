package org.shouxin.offending.loan.persistence;

import io.smallrye.mutiny.Uni;

final class CombinesInPersistence {
  static Object both(Uni<String> one, Uni<String> other) {
    return Uni.combine().all().unis(one, other);
  }
}
