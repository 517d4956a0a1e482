package org.shouxin.localstack.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults still to come, oldest order first; each request takes at most one. */
final class FaultPlan {

  static final int TIMES_MAX = 10_000;
  static final long DELAY_MILLIS_MAX = 120_000;

  private final List<Fault> faults = new ArrayList<>();

  void order(Fault fault, int times) {
    for (int i = 0; i < times; i++) {
      faults.add(fault);
    }
  }

  Optional<Fault> take(String party, String operation, String requestText) {
    for (Fault fault : faults) {
      if (fault.party().equals(party)
          && fault.operation().equals(operation)
          && requestText.contains(fault.match())) {
        faults.remove(fault);
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  int left() {
    return faults.size();
  }

  void clear() {
    faults.clear();
  }
}
