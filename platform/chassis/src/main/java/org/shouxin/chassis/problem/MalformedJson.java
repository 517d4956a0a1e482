package org.shouxin.chassis.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.List;
import org.shouxin.chassis.json.RejectedValue;

/** Names the field a reader stumbled over, in the words of the API and not of the library. */
final class MalformedJson {

  private MalformedJson() {}

  static Problem problem(JacksonException failure) {
    if (!(failure instanceof JsonMappingException mapping)) {
      return Problems.invalid(List.of(new FieldError("", "MALFORMED_JSON", null)));
    }
    String field = pointer(mapping);
    Throwable cause = mapping.getCause();
    if (cause instanceof Invalid invalid) {
      return Problems.invalid(
          invalid.errors().stream()
              .map(error -> new FieldError(field + error.field(), error.rule(), error.detail()))
              .toList());
    }
    if (cause instanceof RuleViolation violation) {
      return Problems.invalid(List.of(new FieldError(field, violation.rule(), violation.detail())));
    }
    return Problems.invalid(List.of(new FieldError(field, rule(mapping), null)));
  }

  private static String rule(JsonMappingException failure) {
    if (failure instanceof RejectedValue refused) {
      return refused.rule();
    }
    if (failure instanceof UnrecognizedPropertyException) {
      return "UNKNOWN_FIELD";
    }
    if (failure instanceof InvalidFormatException
        || failure instanceof ValueInstantiationException) {
      return "VALUE";
    }
    if (failure instanceof InvalidNullException) {
      return "MISSING";
    }
    if (failure instanceof MismatchedInputException) {
      return "TYPE";
    }
    return failure.getCause() instanceof InputCoercionException ? "VALUE" : "MALFORMED_JSON";
  }

  private static String pointer(JsonMappingException failure) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : failure.getPath()) {
      pointer.append('/');
      if (step.getFieldName() != null) {
        pointer.append(step.getFieldName().replace("~", "~0").replace("/", "~1"));
      } else {
        pointer.append(step.getIndex());
      }
    }
    return pointer.toString();
  }
}
