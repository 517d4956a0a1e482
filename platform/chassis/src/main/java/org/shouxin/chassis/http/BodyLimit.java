package org.shouxin.chassis.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shouxin.chassis.problem.Problems;

/**
 * Refuses a body that announces itself as too large before a byte of it is read. A body without a
 * length meets the server's own limit while it is read.
 */
@ApplicationScoped
public class BodyLimit {

  private static final int TOO_LARGE = 413;
  private static final int AFTER_REQUEST_ID = 900;
  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

  private final long bytesMax;

  BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize bytesMax) {
    this.bytesMax = bytesMax.asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, AFTER_REQUEST_ID);
  }

  private void check(RoutingContext request) {
    String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length != null && LENGTH.matcher(length).matches() && Long.parseLong(length) > bytesMax) {
      request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      OuterProblems.answer(request, Problems.of(TOO_LARGE));
    } else {
      request.next();
    }
  }
}
