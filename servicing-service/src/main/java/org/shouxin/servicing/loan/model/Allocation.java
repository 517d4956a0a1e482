package org.shouxin.servicing.loan.model;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Which part of a payment covers what. The oldest instalment comes first (Civil Code 560); within
 * it cost, then interest, then penalty interest, then principal (CN-PAY-01, Civil Code 561). What
 * no claim takes is surplus. Amounts in minor units; nothing is rounded.
 */
public record Allocation(List<Line> lines, long surplusMinor) {

  /** One component of one instalment; negative when a payment is taken back. */
  public record Line(UUID instalmentId, Component component, long minor) {
    Line negate() {
      return new Line(instalmentId, component, -minor);
    }
  }

  public Allocation {
    lines = List.copyOf(lines);
  }

  /**
   * @param minor the payment, not negative
   * @param claims oldest first
   */
  public static Allocation of(long minor, List<Claim> claims) {
    if (minor < 0) {
      throw new IllegalArgumentException("a payment is not negative");
    }
    List<Line> lines = new ArrayList<>();
    long left = minor;
    for (Claim claim : claims) {
      for (Component component : Component.values()) {
        long part = Math.min(left, claim.open().of(component));
        if (part > 0) {
          lines.add(new Line(claim.instalmentId(), component, part));
          left -= part;
        }
      }
    }
    return new Allocation(lines, left);
  }

  public Breakdown total() {
    Breakdown total = Breakdown.NOTHING;
    for (Line line : lines) {
      total = total.plus(line.component(), line.minor());
    }
    return total;
  }

  /** The same with every sign turned, for a payment that is taken back. */
  public Allocation negate() {
    return new Allocation(lines.stream().map(Line::negate).toList(), -surplusMinor);
  }
}
