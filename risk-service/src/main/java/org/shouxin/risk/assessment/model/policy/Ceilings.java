package org.shouxin.risk.assessment.model.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A version of the table of legal ceilings. */
public record Ceilings(String version, List<Ceiling> ceilings) {

  public Ceilings {
    ceilings = List.copyOf(ceilings);
  }

  /** The strictest ceiling of a kind on a day; empty means the table has no answer. */
  public Optional<Ceiling> strictest(Ceiling.Kind kind, LocalDate day, String productCode) {
    return ceilings.stream()
        .filter(each -> each.kind() == kind && each.applies(day, productCode))
        .min(Comparator.comparing(Ceiling::value));
  }
}
