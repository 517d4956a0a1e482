package org.shouxin.risk.alert.model;

/** What a warning is about, and how grave it is. */
public enum AlertKind {
  CONTACT_LOST(Severity.HIGH),
  DELINQUENCY_M2(Severity.HIGH),
  WRITTEN_OFF(Severity.CRITICAL);

  /** Gravity of a warning. */
  public enum Severity {
    HIGH,
    CRITICAL
  }

  private final Severity severity;

  AlertKind(Severity severity) {
    this.severity = severity;
  }

  public Severity severity() {
    return severity;
  }
}
