package org.shouxin.servicing.loan.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * The order in which money covers what is owed, and what becomes of money beyond what is due.
 *
 * <p>An order exists only within CN-PAY-01 (Civil Code 560 and 561), read so that it protects the
 * borrower: of the same timing cost comes before interest, interest before penalty interest, all of
 * them before principal; of the same component what is past due comes before what is due today;
 * what is not due comes last.
 *
 * @param direction whether one instalment after the other is covered, or one step after the other
 * @param steps every component of every timing, in order
 */
public record AllocationOrder(Direction direction, List<Step> steps, Beyond beyond) {

  /** Instalment by instalment, the oldest first, each as the order of the law says. */
  public static final AllocationOrder STANDARD =
      new AllocationOrder(Direction.HORIZONTAL, standardSteps(), Beyond.CREDIT);

  private static final String RULE = "CN-PAY-01";
  private static final String FIELDS = ";";
  private static final String STEPS = ",";
  private static final String OF_STEP = ":";
  private static final int FIELD_COUNT = 3;
  private static final String STANDARD_TEXT = STANDARD.text();

  /** Which way the money goes. */
  public enum Direction {
    /** The oldest instalment first, in it component by component. */
    HORIZONTAL,
    /** Step by step, each over all instalments, the oldest first. */
    VERTICAL
  }

  /** When a claim is due, seen from the day of the payment. */
  public enum Timing {
    PAST_DUE,
    DUE,
    /** Not due yet; it is covered only where money beyond what is due goes on to it. */
    IN_ADVANCE
  }

  /** What becomes of money beyond what is due. */
  public enum Beyond {
    /** It waits for the next due date. */
    CREDIT,
    /** It pays the next instalment's principal and interest until today at once. */
    NEXT_INSTALMENT,
    /** It is a prepayment that lowers the instalments. */
    REAMORTISE
  }

  /** One step of the order. */
  public record Step(Timing timing, Component component) {
    @Override
    public String toString() {
      return timing + OF_STEP + component;
    }
  }

  public AllocationOrder {
    steps = List.copyOf(steps);
    if (steps.size() != standardSteps().size() || !steps.containsAll(standardSteps())) {
      throw Invalid.field(
          "/steps", "ALLOCATION_STEPS", "each component of each timing exactly once");
    }
    for (Timing timing : Timing.values()) {
      requireLegal(components(steps, timing));
    }
    for (Component component : Component.values()) {
      if (steps.indexOf(new Step(Timing.PAST_DUE, component))
          > steps.indexOf(new Step(Timing.DUE, component))) {
        throw refused("what is past due comes before what is due today");
      }
    }
    int due = steps.size() - Component.values().length;
    if (steps.subList(0, due).stream().anyMatch(s -> s.timing() == Timing.IN_ADVANCE)) {
      throw refused("what is not due comes last");
    }
  }

  private static void requireLegal(List<Component> components) {
    if (!components.equals(List.of(Component.values()))) {
      throw refused("cost comes before interest, interest before principal");
    }
  }

  private static RuleViolation refused(String why) {
    return RuleViolation.refused(RULE, why).field("/steps");
  }

  /** Covers claims, the oldest first, with an amount in minor units. */
  Allocation cover(long minor, List<Claim> claims) {
    List<Allocation.Line> lines = new ArrayList<>();
    Map<Claim, Breakdown> left = new LinkedHashMap<>();
    claims.forEach(claim -> left.put(claim, claim.open()));
    long money = minor;
    for (Slot slot : slots(claims)) {
      long part = Math.min(money, left.get(slot.claim()).of(slot.component()));
      if (part > 0) {
        lines.add(new Allocation.Line(slot.claim().instalmentId(), slot.component(), part));
        money -= part;
      }
    }
    return new Allocation(lines, money);
  }

  private record Slot(Claim claim, Component component) {}

  private List<Slot> slots(List<Claim> claims) {
    List<Slot> slots = new ArrayList<>();
    if (direction == Direction.HORIZONTAL) {
      for (Claim claim : claims) {
        components(steps, claim.timing()).forEach(c -> slots.add(new Slot(claim, c)));
      }
    } else {
      for (Step step : steps) {
        claims.stream()
            .filter(claim -> claim.timing() == step.timing())
            .forEach(claim -> slots.add(new Slot(claim, step.component())));
      }
    }
    return slots;
  }

  private static List<Component> components(List<Step> steps, Timing timing) {
    return steps.stream().filter(s -> s.timing() == timing).map(Step::component).toList();
  }

  private static List<Step> standardSteps() {
    Map<Timing, List<Step>> steps = new EnumMap<>(Timing.class);
    for (Timing timing : Timing.values()) {
      steps.put(timing, Arrays.stream(Component.values()).map(c -> new Step(timing, c)).toList());
    }
    return steps.values().stream().flatMap(List::stream).toList();
  }

  /** As it is stored on a loan. */
  public String text() {
    return direction
        + FIELDS
        + steps.stream().map(Step::toString).collect(Collectors.joining(STEPS))
        + FIELDS
        + beyond;
  }

  /** The order that a text says. */
  public static AllocationOrder parse(String text) {
    if (text.equals(STANDARD_TEXT)) {
      return STANDARD;
    }
    String[] fields = text.split(FIELDS);
    if (fields.length != FIELD_COUNT) {
      throw new IllegalArgumentException("not an allocation order: " + text);
    }
    return new AllocationOrder(
        Direction.valueOf(fields[0]),
        Arrays.stream(fields[1].split(STEPS)).map(AllocationOrder::step).toList(),
        Beyond.valueOf(fields[2]));
  }

  private static Step step(String text) {
    String[] parts = text.split(OF_STEP);
    return new Step(Timing.valueOf(parts[0]), Component.valueOf(parts[1]));
  }
}
