package org.shouxin.origination.application.model;

/** What a judgement says. */
public enum Outcome {
  /** Lend. */
  APPROVED,
  /** Do not lend. */
  DECLINED,
  /** A person decides. */
  REFERRED
}
