package org.shouxin.servicing.loan.model;

/** An amount by component, minor units of the loan's currency. */
public record Breakdown(
    long costMinor, long interestMinor, long penaltyMinor, long principalMinor) {

  public static final Breakdown NOTHING = new Breakdown(0, 0, 0, 0);

  public long totalMinor() {
    return costMinor + interestMinor + penaltyMinor + principalMinor;
  }

  public long of(Component component) {
    return switch (component) {
      case COST -> costMinor;
      case INTEREST -> interestMinor;
      case PENALTY -> penaltyMinor;
      case PRINCIPAL -> principalMinor;
    };
  }

  public Breakdown plus(Breakdown other) {
    return new Breakdown(
        costMinor + other.costMinor,
        interestMinor + other.interestMinor,
        penaltyMinor + other.penaltyMinor,
        principalMinor + other.principalMinor);
  }

  public Breakdown plus(Component component, long minor) {
    return plus(
        new Breakdown(
            component == Component.COST ? minor : 0,
            component == Component.INTEREST ? minor : 0,
            component == Component.PENALTY ? minor : 0,
            component == Component.PRINCIPAL ? minor : 0));
  }

  public Breakdown negate() {
    return new Breakdown(-costMinor, -interestMinor, -penaltyMinor, -principalMinor);
  }
}
