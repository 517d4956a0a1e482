package org.shouxin.risk.boosting;

/** A tree artefact that must not be used, with the rule it breaks. */
public class TreesInvalid extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String rule;

  public TreesInvalid(String rule, String detail) {
    super(detail);
    this.rule = rule;
  }

  public String rule() {
    return rule;
  }
}
