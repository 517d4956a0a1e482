package org.shouxin.chassis.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;
import org.shouxin.chassis.text.Texts;

/** The language the caller reads best, of those we write. */
@RequestScoped
public class RequestLocale {

  private final CurrentVertxRequest http;

  RequestLocale(CurrentVertxRequest http) {
    this.http = http;
  }

  public Locale get() {
    return of(http.getCurrent());
  }

  static Locale of(RoutingContext request) {
    return request == null
        ? Texts.DEFAULT_LOCALE
        : Texts.locale(request.request().getHeader("Accept-Language"));
  }
}
