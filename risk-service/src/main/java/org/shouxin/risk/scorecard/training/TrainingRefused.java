package org.shouxin.risk.scorecard.training;

/** Data or options no card can honestly be trained on; the message is meant for the operator. */
public class TrainingRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String rule;

  public TrainingRefused(String rule, String detail) {
    super(detail);
    this.rule = rule;
  }

  public String rule() {
    return rule;
  }
}
