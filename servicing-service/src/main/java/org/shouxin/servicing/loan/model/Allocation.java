package org.shouxin.servicing.loan.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which part of a payment covers what, by an {@link AllocationOrder}. What no claim takes is
 * surplus. Amounts in minor units; nothing is rounded.
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
   * Covers claims in the order of the law.
   *
   * @param minor the payment, not negative
   * @param claims oldest first
   */
  public static Allocation of(long minor, List<Claim> claims) {
    return of(minor, claims, AllocationOrder.STANDARD);
  }

  static Allocation of(long minor, List<Claim> claims, AllocationOrder order) {
    if (minor < 0) {
      throw new IllegalArgumentException("a payment is not negative");
    }
    return order.cover(minor, claims);
  }

  public Breakdown total() {
    Breakdown total = Breakdown.NOTHING;
    for (Line line : lines) {
      total = total.plus(line.component(), line.minor());
    }
    return total;
  }

  /** True when every component of every instalment gets the same from both. */
  boolean coversSameAs(Allocation other) {
    return surplusMinor == other.surplusMinor && byClaim().equals(other.byClaim());
  }

  /** Several allocations in one, without parts that cancel out. */
  public static Allocation sum(List<Allocation> allocations) {
    Map<Line, Long> parts = new LinkedHashMap<>();
    long surplus = 0;
    for (Allocation allocation : allocations) {
      allocation.byClaim().forEach((claim, minor) -> parts.merge(claim, minor, Long::sum));
      surplus += allocation.surplusMinor();
    }
    return new Allocation(
        parts.entrySet().stream()
            .filter(part -> part.getValue() != 0)
            .map(
                part ->
                    new Line(
                        part.getKey().instalmentId(), part.getKey().component(), part.getValue()))
            .toList(),
        surplus);
  }

  /** What every component of every instalment gets; the keys carry no amount. */
  private Map<Line, Long> byClaim() {
    Map<Line, Long> parts = new LinkedHashMap<>();
    for (Line line : lines) {
      parts.merge(new Line(line.instalmentId(), line.component(), 0), line.minor(), Long::sum);
    }
    return parts;
  }

  /** The same with every sign turned, for a payment that is taken back. */
  public Allocation negate() {
    return new Allocation(lines.stream().map(Line::negate).toList(), -surplusMinor);
  }
}
