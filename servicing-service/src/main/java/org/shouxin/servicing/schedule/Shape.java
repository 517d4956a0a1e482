package org.shouxin.servicing.schedule;

import java.time.LocalDate;
import java.util.List;
import org.shouxin.chassis.problem.Invalid;

/**
 * What the amounts of the instalments look like, in minor units.
 *
 * @param unitMinor instalments are multiples of it: 100 where they are whole yuan; 1 for any
 * @param smoothLast whether the equal amount is chosen so that the last one differs least
 * @param balloonMinor principal left for the last instalment of a balloon; otherwise 0
 * @param agreed the agreed instalments of an own schedule; otherwise empty
 */
public record Shape(long unitMinor, boolean smoothLast, long balloonMinor, List<Agreed> agreed) {

  public static final Shape ANY = new Shape(1, false, 0, List.of());

  private static final long UNIT_MINOR_MAX = 1_000_000;

  /** So many units for each instalment and each rounding keep the last one from running dry. */
  private static final int UNITS_MIN = 4;

  public Shape {
    agreed = List.copyOf(agreed);
    if (unitMinor < 1 || unitMinor > UNIT_MINOR_MAX) {
      throw Invalid.field("/instalmentUnit", "INSTALMENT_UNIT_RANGE", "a unit is 0.01 to 10000.00");
    }
    if (balloonMinor < 0) {
      throw Invalid.field("/balloon", "BALLOON_RANGE", "a balloon is not negative");
    }
  }

  /** The unit alone. */
  public static Shape inUnits(long unitMinor) {
    return new Shape(unitMinor, false, 0, List.of());
  }

  /** The last instalment differs little. */
  public static Shape smooth() {
    return new Shape(1, true, 0, List.of());
  }

  public static Shape balloon(long balloonMinor) {
    return new Shape(1, false, balloonMinor, List.of());
  }

  boolean hasTotals() {
    return agreed.stream().anyMatch(row -> row.kind() == Agreed.Kind.TOTAL);
  }

  Shape withAgreed(List<Agreed> others) {
    return new Shape(unitMinor, smoothLast, balloonMinor, others);
  }

  /** The look of equal instalments of a rest; a unit too coarse for so little is left out. */
  Shape ofRest(long principalMinor, int instalments) {
    boolean fine = principalMinor / UNITS_MIN / instalments / instalments >= unitMinor;
    return new Shape(fine ? unitMinor : 1, smoothLast, 0, List.of());
  }

  /**
   * One agreed instalment: a due date, and either its principal or its total. The last one takes
   * the rest and needs neither.
   *
   * @param kind what the amount is
   * @param amountMinor 0 for REST
   */
  public record Agreed(LocalDate dueDate, Kind kind, long amountMinor) {

    public Agreed {
      if (amountMinor < 0) {
        throw Invalid.field("/agreed", "AGREED_AMOUNT", "an amount is not negative");
      }
    }

    /** What an agreed amount is. */
    public enum Kind {
      PRINCIPAL,
      TOTAL,
      REST
    }
  }
}
