package org.shouxin.chassis.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.shouxin.chassis.problem.Problem;
import org.shouxin.chassis.problem.Problems;

/** Every failure of a resource becomes a problem; what was not foreseen is logged under its id. */
public class ProblemMapper {

  private final CurrentVertxRequest http;

  ProblemMapper(CurrentVertxRequest http) {
    this.http = http;
  }

  /** The listed types have mappers of the framework's own, which this replaces. */
  @ServerExceptionMapper({
    Throwable.class,
    WebApplicationException.class,
    NotFoundException.class,
    AuthenticationFailedException.class,
    AuthenticationCompletionException.class,
    AuthenticationRedirectException.class,
    UnauthorizedException.class,
    ForbiddenException.class,
    JacksonException.class,
    MismatchedInputException.class,
    ValidationException.class,
    ConstraintViolationException.class
  })
  public Response map(Throwable failure) {
    RoutingContext request = http.getCurrent();
    Problem problem = Problems.of(failure);
    FailureLog.write(problem, failure);
    Response.ResponseBuilder response =
        Response.status(problem.status())
            .header(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
            .entity(ProblemBody.of(problem, request));
    headers(failure, problem).forEach(response::header);
    return response.build();
  }

  private static Map<String, String> headers(Throwable failure, Problem problem) {
    Map<String, String> headers = new HashMap<>(problem.headers());
    if (failure instanceof NotAllowedException refused) {
      headers.put(HttpHeaders.ALLOW, refused.getResponse().getHeaderString(HttpHeaders.ALLOW));
    }
    return headers;
  }
}
