package org.shouxin.risk.dataset;

/** Data or options no model can honestly be trained on; the message is meant for the operator. */
public class DataRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String rule;

  public DataRefused(String rule, String detail) {
    super(detail);
    this.rule = rule;
  }

  public String rule() {
    return rule;
  }
}
