package org.shouxin.servicing.statement.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.function.BiFunction;
import org.shouxin.chassis.http.RequestLocale;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.text.Texts;

/** In which form and language a caller wants something in writing. */
@ApplicationScoped
class Paper {

  private static final String PDF = "application/pdf";

  private final RequestLocale callerLocale;

  Paper(RequestLocale callerLocale) {
    this.callerLocale = callerLocale;
  }

  /** What was asked for, read while the request is at hand. */
  record Wish(boolean pdf, Locale locale) {

    <T> Response answer(T content, BiFunction<T, Locale, byte[]> print) {
      return pdf
          ? Response.ok(print.apply(content, locale), PDF).build()
          : Response.ok(content, MediaType.APPLICATION_JSON).build();
    }
  }

  Wish wish(String accept, String language) {
    return new Wish(accept != null && accept.contains(PDF), locale(language));
  }

  private Locale locale(String language) {
    if (language == null) {
      return callerLocale.get();
    }
    return switch (language) {
      case "zh" -> Texts.DEFAULT_LOCALE;
      case "en" -> Locale.ENGLISH;
      default -> throw Invalid.field("language", "LANGUAGE", "zh or en");
    };
  }
}
