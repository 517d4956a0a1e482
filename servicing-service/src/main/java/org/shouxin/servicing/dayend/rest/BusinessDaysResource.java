package org.shouxin.servicing.dayend.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;
import org.shouxin.servicing.calendar.BusinessDay;
import org.shouxin.servicing.calendar.DateText;
import org.shouxin.servicing.dayend.CloseBusinessDay;

/** The lender's days. */
@Path("/v1/business-days")
public class BusinessDaysResource {

  private final CloseBusinessDay days;

  BusinessDaysResource(CloseBusinessDay days) {
    this.days = days;
  }

  @GET
  @Path("/current")
  @RolesAllowed("**")
  public Uni<BusinessDay> current() {
    return days.current();
  }

  @GET
  @Path("/{date}")
  @RolesAllowed("**")
  public Uni<BusinessDay> one(@RestPath String date) {
    return days.find(DateText.parse("date", date));
  }

  /** Needs no idempotency key: a day closes once, whoever asks how often. */
  @POST
  @Path("/{date}/close")
  @RolesAllowed({"admin", "service"})
  public Uni<BusinessDay> close(@RestPath String date) {
    return days.close(DateText.parse("date", date));
  }
}
