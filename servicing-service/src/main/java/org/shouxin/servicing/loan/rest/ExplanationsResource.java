package org.shouxin.servicing.loan.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestPath;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.text.Texts;
import org.shouxin.servicing.calendar.DateText;
import org.shouxin.servicing.loan.ExplainLoan;
import org.shouxin.servicing.loan.ExplainLoan.Figure;
import org.shouxin.servicing.loan.ExplainLoan.Question;
import org.shouxin.servicing.schedule.Derivation;
import org.shouxin.servicing.schedule.ExplainSchedule;

/** Why a figure of a running loan is what it is. */
@Path("/v1/loans/{id}/explanations")
public class ExplanationsResource {

  private static final String TEXTS = "derivations";

  private final ExplainLoan explain;

  ExplanationsResource(ExplainLoan explain) {
    this.explain = explain;
  }

  /** A derivation with its text in both languages. */
  public record WhyView(
      String formula,
      Map<String, String> inputs,
      String unrounded,
      String rounding,
      String result,
      Map<String, String> text,
      List<WhyView> from) {

    static WhyView of(Derivation why) {
      return new WhyView(
          why.formula(),
          why.inputs(),
          why.unrounded(),
          why.rounding(),
          why.result(),
          Map.of("zh", text(why, Texts.DEFAULT_LOCALE), "en", text(why, Locale.ENGLISH)),
          why.from().stream().map(WhyView::of).toList());
    }

    private static String text(Derivation why, Locale locale) {
      return why.text(key -> Texts.of(TEXTS, locale, key));
    }
  }

  @GET
  @RolesAllowed({"borrower", "officer", "reviewer", "collector", "auditor", "admin", "service"})
  public Uni<WhyView> explain(
      @RestPath UUID id,
      @QueryParam("figure") String figure,
      @QueryParam("instalment") String instalment,
      @QueryParam("asOf") String asOf,
      @QueryParam("paymentId") String paymentId,
      @QueryParam("of") String of) {
    return explain
        .explain(
            id,
            new Question(
                read("figure", figure, Figure::valueOf),
                read("instalment", instalment, Integer::valueOf),
                DateText.parse("asOf", asOf),
                read("paymentId", paymentId, UUID::fromString),
                read("of", of, ExplainSchedule.Figure::valueOf)))
        .map(WhyView::of);
  }

  private static <T> T read(String field, String text, Function<String, T> reader) {
    try {
      return text == null ? null : reader.apply(text);
    } catch (IllegalArgumentException unreadable) {
      throw Invalid.field(field, "FORMAT", "not readable");
    }
  }
}
