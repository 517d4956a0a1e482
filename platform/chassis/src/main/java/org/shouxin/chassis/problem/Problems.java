package org.shouxin.chassis.problem;

import com.fasterxml.jackson.core.JacksonException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.shouxin.chassis.persistence.DatabaseFailures;

/** Which problem a failure is. No text of an exception we did not write ourselves passes here. */
public final class Problems {

  private static final String RETRY_AFTER_SECONDS = "2";
  private static final String OVER_THE_LIMIT = "Request too large";
  private static final int CAUSES_MAX = 20;
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int PRECONDITION_FAILED = 412;
  private static final int TOO_LARGE = 413;
  private static final int INTERNAL = 500;
  private static final int UNAVAILABLE = 503;
  private static final Map<Integer, String> SLUGS =
      Map.ofEntries(
          Map.entry(BAD_REQUEST, "bad-request"),
          Map.entry(UNAUTHORIZED, "unauthenticated"),
          Map.entry(FORBIDDEN, "forbidden"),
          Map.entry(NOT_FOUND, "not-found"),
          Map.entry(405, "method-not-allowed"),
          Map.entry(406, "not-acceptable"),
          Map.entry(409, "conflict"),
          Map.entry(PRECONDITION_FAILED, "stale"),
          Map.entry(TOO_LARGE, "too-large"),
          Map.entry(415, "unsupported-media-type"),
          Map.entry(422, "refused"),
          Map.entry(429, "too-many-requests"),
          Map.entry(INTERNAL, "internal"),
          Map.entry(UNAVAILABLE, "unavailable"));

  private Problems() {}

  /** The problem of an HTTP status alone. */
  public static Problem of(int status) {
    String slug = SLUGS.get(status);
    if (slug == null) {
      return of(status < INTERNAL ? BAD_REQUEST : INTERNAL);
    }
    Problem problem = Problem.of(status, slug);
    return switch (status) {
      case UNAUTHORIZED -> problem.withHeader("WWW-Authenticate", "Bearer");
      case UNAVAILABLE -> problem.withHeader("Retry-After", RETRY_AFTER_SECONDS);
      default -> problem;
    };
  }

  public static Problem of(Throwable failure) {
    Throwable named = DatabaseFailures.translate(failure);
    if (named instanceof RuleViolation violation) {
      return of(violation);
    }
    if (named instanceof Invalid invalid) {
      return invalid(invalid.errors());
    }
    if (named instanceof NotFound) {
      return of(NOT_FOUND);
    }
    if (named instanceof Stale) {
      return of(PRECONDITION_FAILED);
    }
    if (named instanceof AuthenticationException || named instanceof UnauthorizedException) {
      return of(UNAUTHORIZED);
    }
    if (named instanceof ForbiddenException) {
      return of(FORBIDDEN);
    }
    if (isOverTheBodyLimit(named)) {
      return of(TOO_LARGE);
    }
    if (named instanceof JacksonException json) {
      return MalformedJson.problem(json);
    }
    if (named instanceof ConstraintViolationException violations) {
      return Violations.problem(violations);
    }
    return remote(named);
  }

  static Problem invalid(List<FieldError> errors) {
    return Problem.of(BAD_REQUEST, "invalid").withErrors(errors);
  }

  private static Problem of(RuleViolation violation) {
    Problem problem =
        of(violation.status())
            .withRule(violation.rule(), violation.detail())
            .withMembers(violation.members());
    return violation.field() == null
        ? problem
        : problem.withErrors(
            List.of(new FieldError(violation.field(), violation.rule(), violation.detail())));
  }

  /** A peer's refusal is our failure, and never ours to pass on. */
  private static Problem remote(Throwable failure) {
    if (failure instanceof Unavailable
        || failure instanceof ClientWebApplicationException
        || failure instanceof ProcessingException
        || failure instanceof FaultToleranceException) {
      return of(UNAVAILABLE);
    }
    if (failure instanceof WebApplicationException web) {
      return web.getCause() instanceof JacksonException json
          ? MalformedJson.problem(json)
          : of(web.getResponse().getStatus());
    }
    return of(INTERNAL);
  }

  /** The server says it in words only, and a reader may have wrapped them. */
  private static boolean isOverTheBodyLimit(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++, cause = cause.getCause()) {
      if (cause instanceof IOException && OVER_THE_LIMIT.equals(cause.getMessage())) {
        return true;
      }
    }
    return false;
  }
}
