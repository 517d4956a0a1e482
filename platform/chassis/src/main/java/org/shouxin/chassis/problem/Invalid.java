package org.shouxin.chassis.problem;

import java.util.ArrayList;
import java.util.List;

/** The request itself is wrong, whatever the state of things: 400 with {@code errors[]}. */
public class Invalid extends RuntimeException {

  private final transient List<FieldError> errors;

  public Invalid(List<FieldError> errors) {
    super(String.join(", ", errors.stream().map(e -> e.field() + " " + e.rule()).toList()));
    this.errors = List.copyOf(errors);
  }

  public static Invalid field(String pointer, String rule, String detail) {
    return new Invalid(List.of(new FieldError(pointer, rule, detail)));
  }

  /** The same refusal with one more fault. */
  public Invalid and(String pointer, String rule, String detail) {
    List<FieldError> all = new ArrayList<>(errors);
    all.add(new FieldError(pointer, rule, detail));
    return new Invalid(all);
  }

  public List<FieldError> errors() {
    return errors;
  }
}
