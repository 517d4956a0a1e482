package org.shouxin.servicing.schedule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

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

  public static Builder of(String formula) {
    return new Builder(formula);
  }

  /**
   * The derivation for people.
   *
   * @param texts the texts of a language, by the id of the formula and {@code ROUNDED}
   */
  public String text(UnaryOperator<String> texts) {
    String text = texts.apply(formula);
    for (Map.Entry<String, String> input : inputs.entrySet()) {
      text = text.replace("{" + input.getKey() + "}", input.getValue());
    }
    text = text.replace("{result}", result);
    return unrounded == null
        ? text
        : text
            + texts
                .apply("ROUNDED")
                .replace("{unrounded}", unrounded)
                .replace("{rounding}", rounding);
  }

  /** Collects a derivation. */
  public static final class Builder {

    private final String formula;
    private final Map<String, String> inputs = new LinkedHashMap<>();
    private final List<Derivation> from = new ArrayList<>();
    private String unrounded;
    private String rounding;

    private Builder(String formula) {
      this.formula = formula;
    }

    public Builder with(String name, Object value) {
      inputs.put(name, String.valueOf(value));
      return this;
    }

    public Builder from(Derivation derivation) {
      from.add(derivation);
      return this;
    }

    public Builder rounded(String exact, String how) {
      unrounded = exact;
      rounding = how;
      return this;
    }

    public Derivation is(Object result) {
      return new Derivation(formula, inputs, unrounded, rounding, String.valueOf(result), from);
    }
  }
}
