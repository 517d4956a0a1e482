package org.shouxin.offending.loan.model;

import io.smallrye.mutiny.Uni;

public final class ImpureModel {
  Uni<Void> later;
}
