package org.shouxin.collections.contact.model;

/** An operator's setting would allow what a rule forbids; the service must not start with it. */
public final class LooserThanLaw extends RuntimeException {
  private final String rule;

  public LooserThanLaw(String rule, String wanted, String allowed) {
    super(rule + ": the setting '" + wanted + "' is looser than the law (" + allowed + ")");
    this.rule = rule;
  }

  public String rule() {
    return rule;
  }
}
