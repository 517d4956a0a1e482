package org.shouxin.servicing.dayend.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.calendar.BusinessDay;
import org.shouxin.servicing.calendar.DateText;
import org.shouxin.servicing.dayend.CloseBusinessDay;
import org.shouxin.servicing.dayend.RunDayEnd;

/** The lender's days. */
@Path("/v1/business-days")
public class BusinessDaysResource {

  private final CloseBusinessDay days;
  private final RunDayEnd dayEnd;
  private final Duration answerWithin;

  BusinessDaysResource(
      CloseBusinessDay days,
      RunDayEnd dayEnd,
      @ConfigProperty(name = "shouxin.day-end.answer-within") Duration answerWithin) {
    this.days = days;
    this.dayEnd = dayEnd;
    this.answerWithin = answerWithin;
  }

  /**
   * Up to when days are to be closed.
   *
   * @param to the last day to close
   */
  public record CatchUpRequest(String to) {}

  @GET
  @Path("/current")
  @RolesAllowed("**")
  public Uni<BusinessDay> current() {
    return days.current();
  }

  /** The day; while it is being closed, with its progress. */
  @GET
  @Path("/{date}")
  @RolesAllowed("**")
  public Uni<BusinessDay> one(@RestPath String date) {
    return days.find(DateText.parse("date", date));
  }

  /**
   * Answers 200 with the closed day, or 202 with its progress when that takes longer; the close
   * goes on. Needs no idempotency key: a day closes once, whoever asks how often.
   */
  @POST
  @Path("/{date}/close")
  @RolesAllowed({"admin", "service"})
  public Uni<RestResponse<BusinessDay>> close(@RestPath String date) {
    LocalDate day = DateText.parse("date", date);
    return inTime(dayEnd.close(day), days.find(day));
  }

  /** Closes all days up to a date; answers like the close of one, with the day that is open. */
  @POST
  @Path("/catch-up")
  @RolesAllowed({"admin", "service"})
  public Uni<RestResponse<BusinessDay>> catchUp(CatchUpRequest request) {
    if (request == null || request.to() == null) {
      throw Invalid.field("/to", "REQUIRED", "the last day to close");
    }
    return inTime(dayEnd.catchUp(DateText.parse("/to", request.to())), days.current());
  }

  private Uni<RestResponse<BusinessDay>> inTime(Uni<BusinessDay> end, Uni<BusinessDay> soFar) {
    return end.map(RestResponse::ok)
        .ifNoItem()
        .after(answerWithin)
        .recoverWithUni(
            () -> soFar.map(day -> RestResponse.status(RestResponse.Status.ACCEPTED, day)));
  }
}
