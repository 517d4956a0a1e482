package org.shouxin.chassis.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Bean Validation's findings as field errors; a finding about our own answer is our failure. */
final class Violations {

  private static final int INTERNAL = 500;

  private Violations() {}

  static Problem problem(ConstraintViolationException failure) {
    if (failure.getConstraintViolations() == null
        || failure.getConstraintViolations().stream().anyMatch(Violations::isAboutOurAnswer)) {
      return Problems.of(INTERNAL);
    }
    List<FieldError> errors =
        failure.getConstraintViolations().stream()
            .map(v -> new FieldError(field(v.getPropertyPath()), rule(v), v.getMessage()))
            .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::rule))
            .toList();
    return Problems.invalid(errors);
  }

  private static boolean isAboutOurAnswer(ConstraintViolation<?> violation) {
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.RETURN_VALUE) {
        return true;
      }
    }
    return false;
  }

  private static String field(Path path) {
    StringBuilder pointer = new StringBuilder();
    String parameter = "";
    for (Path.Node node : path) {
      if (node.getKind() == ElementKind.PARAMETER) {
        parameter = node.getName();
      } else if (node.getKind() == ElementKind.PROPERTY) {
        pointer.append(node.getIndex() == null ? "" : "/" + node.getIndex());
        pointer.append('/').append(node.getName());
      } else if (node.getKind() == ElementKind.CONTAINER_ELEMENT && node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      }
    }
    return pointer.isEmpty() ? parameter : pointer.toString();
  }

  /** NotBlank is shown as NOT_BLANK. */
  private static String rule(ConstraintViolation<?> violation) {
    String name =
        violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }
}
