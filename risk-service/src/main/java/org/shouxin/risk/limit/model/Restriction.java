package org.shouxin.risk.limit.model;

/**
 * Why a borrower gets less new money or none.
 *
 * @param source id of the case or loan that gave rise to it
 */
record Restriction(Kind kind, String source) implements Comparable<Restriction> {

  /** Part of the granted limit that stays, percent; and whether its end leaves a mark. */
  enum Kind {
    CONTACT_LOST(0, true),
    HOLD(0, false),
    DELINQUENT_M2(25, true),
    DELINQUENT_M3_PLUS(0, true),
    WRITTEN_OFF(0, true);

    private final int percent;
    private final boolean marks;

    Kind(int percent, boolean marks) {
      this.percent = percent;
      this.marks = marks;
    }

    int percent() {
      return percent;
    }

    boolean marks() {
      return marks;
    }
  }

  static Restriction parse(String text) {
    int at = text.indexOf(':');
    return new Restriction(Kind.valueOf(text.substring(0, at)), text.substring(at + 1));
  }

  String written() {
    return kind + ":" + source;
  }

  @Override
  public int compareTo(Restriction other) {
    return written().compareTo(other.written());
  }
}
