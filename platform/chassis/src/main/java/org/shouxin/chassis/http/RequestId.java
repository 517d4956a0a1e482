package org.shouxin.chassis.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.shouxin.chassis.ids.Ids;

/**
 * Every request has an id: the one it came with when that is well formed, else a new one. It is in
 * the answer's header, in each log line and in a problem's {@code instance}.
 */
@ApplicationScoped
public class RequestId {

  public static final String HEADER = "X-Request-Id";

  private static final String ATTRIBUTE = RequestId.class.getName();
  private static final String LOG_KEY = "requestId";
  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{8,64}");
  private static final int BEFORE_OTHER_FILTERS = 1_000;

  private final Ids ids;

  RequestId(Ids ids) {
    this.ids = ids;
  }

  void register(@Observes Filters filters) {
    filters.register(this::assign, BEFORE_OTHER_FILTERS);
  }

  /** The id of a request, which {@link #register} gave to each. */
  public static String of(RoutingContext request) {
    return request == null || request.get(ATTRIBUTE) == null ? "unknown" : request.get(ATTRIBUTE);
  }

  private void assign(RoutingContext request) {
    String sent = request.request().getHeader(HEADER);
    String id = sent != null && WELL_FORMED.matcher(sent).matches() ? sent : ids.next().toString();
    request.put(ATTRIBUTE, id);
    request.response().putHeader(HEADER, id);
    MDC.put(LOG_KEY, id);
    request.next();
  }
}
