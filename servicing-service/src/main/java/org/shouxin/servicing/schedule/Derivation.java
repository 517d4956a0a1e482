package org.shouxin.servicing.schedule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a figure is what it is (每一分钱的来历).
 *
 * @param formula id of the formula; the texts for people are kept by it
 * @param inputs what went in, by name, in the order of the formula; amounts in major units
 * @param unrounded the value before rounding, at most twelve decimals shown; null where nothing is
 *     rounded
 * @param rounding mode and unit like {@code HALF_UP 0.01}; null where nothing is rounded
 * @param result the figure, as it stands in the schedule
 * @param from derivations of inputs that are calculated themselves
 */
public record Derivation(
    String formula,
    Map<String, String> inputs,
    String unrounded,
    String rounding,
    String result,
    List<Derivation> from) {

  public Derivation {
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    from = List.copyOf(from);
  }

  static Builder of(String formula) {
    return new Builder(formula);
  }

  /** Collects a derivation. */
  static final class Builder {

    private final String formula;
    private final Map<String, String> inputs = new LinkedHashMap<>();
    private final List<Derivation> from = new ArrayList<>();
    private String unrounded;
    private String rounding;

    private Builder(String formula) {
      this.formula = formula;
    }

    Builder with(String name, Object value) {
      inputs.put(name, String.valueOf(value));
      return this;
    }

    Builder from(Derivation derivation) {
      from.add(derivation);
      return this;
    }

    Builder rounded(String exact, String how) {
      unrounded = exact;
      rounding = how;
      return this;
    }

    Derivation is(Object result) {
      return new Derivation(formula, inputs, unrounded, rounding, String.valueOf(result), from);
    }
  }
}
