package org.shouxin.chassis.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.shouxin.chassis.json.Json;
import org.shouxin.chassis.problem.FieldError;
import org.shouxin.chassis.problem.Problem;
import org.shouxin.chassis.text.Texts;

/** Writes a problem in the caller's language. */
final class ProblemBody {

  static final String MEDIA_TYPE = "application/problem+json";

  private static final String TYPES = "https://shouxin.org/problems/";
  private static final String TITLES = "problems";
  private static final String RULES = "rules";

  private ProblemBody() {}

  static String of(Problem problem, RoutingContext request) {
    Locale locale = RequestLocale.of(request);
    Map<String, Object> body = new LinkedHashMap<>(problem.members());
    body.put("type", TYPES + problem.slug());
    body.put("title", Texts.of(TITLES, locale, problem.slug()));
    body.put("status", problem.status());
    body.put("detail", detail(problem, locale));
    body.put("instance", "urn:request:" + RequestId.of(request));
    if (problem.rule() != null) {
      body.put("rule", problem.rule());
    } else if (problem.errors().size() == 1) {
      body.put("rule", problem.errors().get(0).rule());
    }
    if (!problem.errors().isEmpty()) {
      body.put("errors", errors(problem, locale));
    }
    try {
      return Json.strict().writeValueAsString(body);
    } catch (JsonProcessingException unwritableMember) {
      throw new IllegalStateException("a problem member is not JSON", unwritableMember);
    }
  }

  private static String detail(Problem problem, Locale locale) {
    if (problem.rule() == null) {
      return Texts.of(TITLES, locale, problem.slug() + ".detail");
    }
    return rule(problem.rule(), problem, locale)
        .orElseGet(
            () -> Texts.find(TITLES, locale, "rule." + problem.rule()).orElse(problem.detail()));
  }

  private static List<FieldError> errors(Problem problem, Locale locale) {
    return problem.errors().stream().map(error -> localised(error, problem, locale)).toList();
  }

  private static FieldError localised(FieldError error, Problem problem, Locale locale) {
    String text =
        rule(error.rule(), problem, locale)
            .or(() -> Texts.find(TITLES, locale, "rule." + error.rule()))
            .orElse(error.detail());
    return new FieldError(error.field(), error.rule(), text);
  }

  private static Optional<String> rule(String name, Problem problem, Locale locale) {
    return Texts.find(RULES, locale, name).map(text -> filled(text, problem.members()));
  }

  private static String filled(String text, Map<String, Object> members) {
    String result = text;
    for (Map.Entry<String, Object> member : members.entrySet()) {
      result = result.replace("{" + member.getKey() + "}", String.valueOf(member.getValue()));
    }
    return result;
  }
}
