package org.shouxin.servicing.schedule.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.function.Function;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.schedule.CalculateSchedule;
import org.shouxin.servicing.schedule.ExplainSchedule;
import org.shouxin.servicing.schedule.ExplainSchedule.Figure;
import org.shouxin.servicing.schedule.LateTerms;
import org.shouxin.servicing.schedule.PriceCap;
import org.shouxin.servicing.schedule.Terms;
import org.shouxin.servicing.schedule.form.TermsForm;
import org.shouxin.servicing.schedule.rest.ScheduleViews.ExplanationView;
import org.shouxin.servicing.schedule.rest.ScheduleViews.PreviewView;

/**
 * Shows what a loan would be, calculated by the same function that books it, and why each figure is
 * what it is.
 */
@Path("/v1/schedules")
public class SchedulesResource {

  private final BusinessDays days;
  private final UnitOfWork work;

  SchedulesResource(BusinessDays days, UnitOfWork work) {
    this.days = days;
    this.work = work;
  }

  /**
   * A figure to explain.
   *
   * @param terms the terms as a preview takes them
   * @param row number of the instalment; left out for a figure of the whole schedule
   */
  public record ExplanationRequest(TermsForm terms, Integer row, Figure figure) {}

  /** The schedule of the terms; the start is the business date when it is left out. */
  @POST
  @Path("/preview")
  @RolesAllowed("**")
  public Uni<PreviewView> preview(TermsForm form) {
    required(form, "/");
    return with(form, terms -> preview(form, terms));
  }

  /** The derivation of one figure. */
  @POST
  @Path("/explanations")
  @RolesAllowed("**")
  public Uni<ExplanationView> explain(ExplanationRequest request) {
    required(request, "/");
    required(request.terms(), "/terms");
    required(request.figure(), "/figure");
    int row = request.row() == null ? 0 : request.row();
    return with(
        request.terms(),
        terms ->
            ScheduleViews.explanation(
                request.figure(), request.row(), ExplainSchedule.of(terms, row, request.figure())));
  }

  private <T> Uni<T> with(TermsForm form, Function<Terms, T> answer) {
    return form.startDate() == null
        ? work.reading(days::current).map(today -> answer.apply(form.terms(today)))
        : Uni.createFrom().item(form.startDate()).map((LocalDate s) -> answer.apply(form.terms(s)));
  }

  private static void required(Object value, String pointer) {
    if (value == null) {
      throw Invalid.field(pointer, "REQUIRED", "missing");
    }
  }

  private static PreviewView preview(TermsForm form, Terms terms) {
    return ScheduleViews.preview(CalculateSchedule.priced(terms), late(form, terms));
  }

  private static LateTerms late(TermsForm form, Terms terms) {
    if (PriceCap.of(terms.law()).isEmpty()) {
      return null;
    }
    return LateTerms.of(
        terms,
        form.penaltyRateMultiple() == null
            ? LateTerms.MULTIPLE_DEFAULT
            : form.penaltyRateMultiple(),
        form.graceDays() == null ? LateTerms.GRACE_DAYS_DEFAULT : form.graceDays());
  }
}
