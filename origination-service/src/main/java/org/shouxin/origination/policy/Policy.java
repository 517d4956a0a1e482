package org.shouxin.origination.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The rules' values, asked for by day. An operator may tighten a value, never loosen it: a wish
 * that is laxer than the rule is not heard. A value that is not in force is a defect of the
 * deployment and stops the use case ("an unknown input means no").
 */
public final class Policy {

  private final List<Parameter> parameters;
  private final Map<Parameter.Name, BigDecimal> wishes;

  /** Takes the compiled-in values and the operator's wishes. */
  public Policy(List<Parameter> parameters, Map<Parameter.Name, BigDecimal> wishes) {
    this.parameters = List.copyOf(parameters);
    this.wishes = Map.copyOf(wishes);
  }

  /** The value in force on a day, tightened where the operator wants it. */
  public Parameter on(LocalDate day, Parameter.Name name) {
    Parameter rule =
        parameters.stream()
            .filter(p -> p.name() == name && p.inForceOn(day))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("no value of " + name + " in force on " + day));
    BigDecimal wish = wishes.get(name);
    return wish != null && name.tightens(rule.value(), wish) ? rule.with(wish) : rule;
  }
}
