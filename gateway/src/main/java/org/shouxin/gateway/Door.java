package org.shouxin.gateway;

import io.opentelemetry.api.trace.Span;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.shouxin.gateway.limit.RateLimits;
import org.shouxin.gateway.problem.Problems;
import org.shouxin.gateway.problem.Reason;
import org.shouxin.gateway.problem.Refusal;
import org.shouxin.gateway.proxy.ClientAddress;
import org.shouxin.gateway.proxy.Forward;
import org.shouxin.gateway.proxy.Onward;
import org.shouxin.gateway.proxy.TraceParent;
import org.shouxin.gateway.route.Access;
import org.shouxin.gateway.route.RequestPath;
import org.shouxin.gateway.route.Route;
import org.shouxin.gateway.route.RouteTable;
import org.shouxin.gateway.token.Caller;
import org.shouxin.gateway.token.Tokens;

/**
 * The only way in. Every request passes here first and is checked in this order: address limit,
 * form of the path, route, form of the request, token, limits of client and subject. Until all of
 * it is passed the body stays unread.
 */
@ApplicationScoped
public class Door {

  private static final Logger LOG = Logger.getLogger(Door.class);
  private static final int BEFORE_EVERYTHING = 1_000_000;
  private static final String DOCS = "/docs/";
  private static final String OPENAPI = "/openapi";
  private static final String PLATFORM = "/q/";
  private static final Set<String> PAGE_PARTS =
      Set.of("/openapi-ui/swagger-ui.css", "/openapi-ui/swagger-ui-bundle.js");
  private static final String REQUEST_ID = "X-Request-Id";

  /** What HTTP clients offer without need; not taking it up keeps the request as it is. */
  private static final String CLEAR_TEXT_HTTP2 = "h2c";

  private static final String CONTINUE = "100-continue";

  private final RouteTable table;
  private final RateLimits limits;
  private final Tokens tokens;
  private final Forward forward;
  private final RequestIds ids;
  private final AccessLog log;
  private final DoorSettings settings;
  private final ClientAddress addresses;

  Door(
      RouteTable table,
      RateLimits limits,
      Tokens tokens,
      Forward forward,
      RequestIds ids,
      AccessLog log,
      DoorSettings settings) {
    this.table = table;
    this.limits = limits;
    this.tokens = tokens;
    this.forward = forward;
    this.ids = ids;
    this.log = log;
    this.settings = settings;
    this.addresses = new ClientAddress(settings.trustedProxies().orElse(List.of()));
  }

  void open(@Observes Filters filters) {
    filters.register(this::receive, BEFORE_EVERYTHING);
  }

  void closeTheRest(@Observes Router router) {
    router.route().order(-BEFORE_EVERYTHING).failureHandler(this::unreceived);
    router
        .route()
        .order(Integer.MAX_VALUE)
        .handler(
            context ->
                Problems.answer(
                    context,
                    context.response().headers().get(REQUEST_ID),
                    new Refusal(Reason.PATH_UNKNOWN)));
  }

  /** What the router failed before or after it came here: targets it can't read, and faults. */
  private void unreceived(RoutingContext context) {
    MultiMap headers = context.response().headers();
    if (!headers.contains(REQUEST_ID)) {
      begin(context);
    }
    Reason reason =
        switch (context.statusCode()) {
          case 400 -> Reason.MALFORMED_PATH;
          case 404 -> Reason.PATH_UNKNOWN;
          case 405 -> Reason.METHOD_NOT_ALLOWED;
          default -> Reason.GATEWAY_FAILED;
        };
    if (reason == Reason.GATEWAY_FAILED) {
      LOG.errorf(context.failure(), "Request %s failed", headers.get(REQUEST_ID));
    }
    Problems.answer(context, headers.get(REQUEST_ID), new Refusal(reason));
  }

  private Exchange begin(RoutingContext context) {
    HttpServerRequest request = context.request();
    request.pause();
    Exchange exchange = new Exchange(ids.next(), Span.current());
    MultiMap headers = context.response().headers();
    SecurityHeaders.put(headers, request.uri().startsWith(DOCS));
    headers.set(REQUEST_ID, exchange.requestId());
    context.addEndHandler(
        ended -> log.write(exchange, request, ended.succeeded() && request.response().ended()));
    return exchange;
  }

  private void receive(RoutingContext context) {
    Exchange exchange = begin(context);
    try {
      admit(context, exchange);
    } catch (Refusal refusal) {
      Problems.answer(context, exchange.requestId(), refusal);
    } catch (RuntimeException e) {
      fail(context, exchange, e);
    }
  }

  private void admit(RoutingContext context, Exchange exchange) {
    HttpServerRequest request = context.request();
    String address = addresses.of(peer(request), request.headers().getAll("X-Forwarded-For"));
    if (!request.uri().startsWith(PLATFORM)) {
      limits.address(ClientAddress.network(address), context.response().headers());
    }
    RequestPath path =
        RequestPath.of(request.uri()).orElseThrow(() -> new Refusal(Reason.MALFORMED_PATH));
    if (ownPath(path.text())) {
      exchange.own(path.text().startsWith(PLATFORM) ? PLATFORM : path.text());
      request.resume();
      context.next();
      return;
    }
    Route route = route(request, path);
    exchange.routed(route);
    checkForm(request, route);
    Onward onward = onward(request, exchange, path, route, address);
    if (route.access() == Access.PUBLIC) {
      limits.inClass(route.rate(), ClientAddress.network(address), context.response().headers());
      pass(context, exchange, onward);
    } else {
      tokens
          .verify(request.headers())
          .onSuccess(caller -> welcome(context, exchange, onward, caller))
          .onFailure(failure -> fail(context, exchange, failure));
    }
  }

  private static boolean ownPath(String path) {
    return path.startsWith(PLATFORM)
        || path.equals("/docs")
        || path.startsWith(DOCS)
        || path.equals(OPENAPI)
        || PAGE_PARTS.contains(path);
  }

  private Route route(HttpServerRequest request, RequestPath path) {
    return table
        .find(request.method().name(), path)
        .orElseThrow(
            () -> {
              Set<String> allowed = table.methodsAt(path);
              return allowed.isEmpty() || table.closed(request.method().name(), path)
                  ? new Refusal(Reason.PATH_UNKNOWN)
                  : new Refusal(Reason.METHOD_NOT_ALLOWED)
                      .header("Allow", String.join(", ", allowed));
            });
  }

  private static void checkForm(HttpServerRequest request, Route route) {
    MultiMap headers = request.headers();
    String upgrade = headers.get(HttpHeaders.UPGRADE);
    if (upgrade != null && !upgrade.equalsIgnoreCase(CLEAR_TEXT_HTTP2)) {
      throw new Refusal(Reason.UPGRADE_REFUSED);
    }
    String expect = headers.get(HttpHeaders.EXPECT);
    if (expect != null && !expect.equalsIgnoreCase(CONTINUE)) {
      throw new Refusal(Reason.EXPECTATION_UNKNOWN);
    }
    List<String> lengths = headers.getAll(HttpHeaders.CONTENT_LENGTH);
    boolean chunked = headers.contains(HttpHeaders.TRANSFER_ENCODING);
    if (lengths.size() > 1 || chunked && !lengths.isEmpty()) {
      throw new Refusal(Reason.MALFORMED_REQUEST);
    }
    if (chunked && !"chunked".equalsIgnoreCase(headers.get(HttpHeaders.TRANSFER_ENCODING))) {
      throw new Refusal(Reason.MALFORMED_REQUEST);
    }
    if (!lengths.isEmpty() && length(lengths.get(0)) > route.bodyBytesMax()) {
      throw new Refusal(Reason.BODY_TOO_LARGE).with("bytesMax", route.bodyBytesMax());
    }
  }

  private static long length(String declared) {
    if (!declared.matches("[0-9]{1,18}")) {
      throw new Refusal(Reason.MALFORMED_REQUEST);
    }
    return Long.parseLong(declared);
  }

  private Onward onward(
      HttpServerRequest request, Exchange exchange, RequestPath path, Route route, String address) {
    String servicePath = path.text().substring(route.prefix().length());
    return new Onward(
        route,
        servicePath + path.query(),
        exchange.requestId(),
        address,
        settings.publicUrl().orElseGet(() -> ownUrl(request)),
        TraceParent.of(exchange.span(), request.getHeader("traceparent")));
  }

  private static URI ownUrl(HttpServerRequest request) {
    try {
      return URI.create(request.scheme() + "://" + request.authority());
    } catch (IllegalArgumentException e) {
      throw new Refusal(Reason.MALFORMED_REQUEST);
    }
  }

  private static String peer(HttpServerRequest request) {
    return request.remoteAddress().hostAddress();
  }

  private void welcome(RoutingContext context, Exchange exchange, Onward onward, Caller caller) {
    exchange.calledBy(caller);
    try {
      MultiMap headers = context.response().headers();
      limits.client(caller.clientId(), headers);
      limits.inClass(onward.route().rate(), caller.subject(), headers);
      pass(context, exchange, onward);
    } catch (RuntimeException e) {
      fail(context, exchange, e);
    }
  }

  private void pass(RoutingContext context, Exchange exchange, Onward onward) {
    forward.send(context, exchange, onward).onFailure(failure -> fail(context, exchange, failure));
  }

  private static void fail(RoutingContext context, Exchange exchange, Throwable failure) {
    if (failure instanceof Refusal refusal) {
      Problems.answer(context, exchange.requestId(), refusal);
    } else if (context.response().headWritten() || context.response().closed()) {
      context.request().connection().close();
    } else {
      LOG.errorf(failure, "Request %s failed", exchange.requestId());
      Problems.answer(context, exchange.requestId(), new Refusal(Reason.GATEWAY_FAILED));
    }
  }
}
