package org.shouxin.servicing.schedule.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Set;
import org.shouxin.chassis.json.CanonicalJson;
import org.shouxin.chassis.json.Json;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.schedule.Rate;
import org.shouxin.servicing.schedule.RepaymentMethod;
import org.shouxin.servicing.schedule.Terms;

/** What many loans have in common of their terms; each adds its own sum, method, term and start. */
public final class TermsTemplate {

  private static final Set<String> MEMBERS =
      Set.of(
          "rate",
          "frequency",
          "dueDay",
          "monthEnd",
          "brokenPeriod",
          "dayCount",
          "interestBy",
          "rounding",
          "interestFreePeriods",
          "principalGracePeriods",
          "interestGracePeriods",
          "moratorium",
          "instalmentUnit",
          "smoothLast",
          "fees");

  private TermsTemplate() {}

  /** The canonical text of a template; null for none, and a refusal of what is each loan's own. */
  public static String text(JsonNode template, String pointer) {
    if (template == null || template.isNull()) {
      return null;
    }
    for (Iterator<String> names = template.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!MEMBERS.contains(name)) {
        throw Invalid.field(pointer + "/" + name, "TEMPLATE_MEMBER", "each loan's own, or unknown");
      }
    }
    return new String(CanonicalJson.bytes(template), StandardCharsets.UTF_8);
  }

  /**
   * The terms of one loan.
   *
   * @param template canonical text, or null for plain terms
   * @param yearly the rate, for comparison only when the template has one as written
   */
  public static Terms terms(
      String template,
      Money principal,
      Rate yearly,
      RepaymentMethod method,
      int termMonths,
      LocalDate start) {
    if (template == null) {
      return Terms.monthly(principal, yearly, method, termMonths, start);
    }
    try {
      ObjectNode form = (ObjectNode) Json.strict().readTree(template);
      form.set("principal", Json.strict().valueToTree(principal));
      form.put("method", method.name());
      form.put("termMonths", termMonths);
      if (!form.has("rate")) {
        form.put("annualRate", yearly.yearly().toPlainString());
      }
      Terms terms = Json.strict().treeToValue(form, TermsForm.class).terms(start);
      if (terms.rate().annualised(terms.convention().dayCount()).compareTo(yearly) != 0) {
        throw Invalid.field("/annualRate", "RATE_TWICE", "the written rate comes to another");
      }
      return terms;
    } catch (JsonProcessingException notTerms) {
      throw Invalid.field("/scheduleTerms", "FORMAT", "not the members of terms");
    }
  }
}
