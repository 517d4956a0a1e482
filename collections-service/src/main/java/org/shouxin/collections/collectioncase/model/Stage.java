package org.shouxin.collections.collectioncase.model;

/** How late a loan is, in servicing's words, from on time to written off. */
public enum Stage {
  CURRENT,
  GRACE,
  M1,
  M2,
  M3,
  M4_PLUS,
  WRITTEN_OFF;

  /** Past grace and still on the books: the stages in which a loan needs a case. */
  public boolean needsCase() {
    return compareTo(M1) >= 0 && this != WRITTEN_OFF;
  }

  public boolean atLeast(Stage other) {
    return compareTo(other) >= 0;
  }
}
