package org.shouxin.offending.schedule;

import io.smallrye.mutiny.Uni;

final class ImpureCalculation {
  Uni<Long> interest;
}
