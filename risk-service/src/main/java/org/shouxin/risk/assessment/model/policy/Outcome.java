package org.shouxin.risk.assessment.model.policy;

/** What an assessment says, the mildest first. */
public enum Outcome {
  APPROVED,
  /** A person decides. */
  REFERRED,
  DECLINED;

  public Outcome orWorse(Outcome other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
