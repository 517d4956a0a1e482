package org.shouxin.offending.lending.persistence;

import io.smallrye.mutiny.Uni;

/** Offends: two operations of one session at a time. */
public class CombiningLoans {

  public Uni<String> both(Uni<String> one, Uni<String> other) {
    return Uni.combine().all().unis(one, other).asTuple().map(pair -> pair.getItem1());
  }
}
