package org.shouxin.origination.application.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.money.Money;

/**
 * What the risk service says of an application.
 *
 * @param annualRate the contract rate, as a fraction of one
 */
public record Judgement(
    UUID assessmentId,
    Outcome outcome,
    Integer score,
    String grade,
    Money limit,
    BigDecimal annualRate,
    List<Reason> reasons) {

  /** Keeps the reasons as they are. */
  public Judgement {
    reasons = List.copyOf(reasons);
  }
}
