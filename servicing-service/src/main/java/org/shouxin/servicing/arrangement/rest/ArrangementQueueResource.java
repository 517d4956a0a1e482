package org.shouxin.servicing.arrangement.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.shouxin.chassis.http.RequestLocale;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.chassis.page.Page;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.arrangement.DecideArrangement;
import org.shouxin.servicing.arrangement.DecideArrangement.Decision;
import org.shouxin.servicing.arrangement.ViewArrangements;
import org.shouxin.servicing.arrangement.model.Arrangement.State;
import org.shouxin.servicing.arrangement.model.Treatment;

/** Requests that wait for a person, and what the person says. */
@Path("/v1/arrangements")
public class ArrangementQueueResource {

  private static final int REASON_LENGTH_MAX = 500;

  private final ViewArrangements view;
  private final DecideArrangement decide;
  private final Idempotency idempotency;
  private final RequestLocale locale;

  ArrangementQueueResource(
      ViewArrangements view,
      DecideArrangement decide,
      Idempotency idempotency,
      RequestLocale locale) {
    this.view = view;
    this.decide = decide;
    this.idempotency = idempotency;
    this.locale = locale;
  }

  /**
   * A decision with its reason.
   *
   * @param months other months than asked for, may be left out; so the rate and the treatment
   */
  public record DecisionRequest(
      Boolean approved, String reason, Integer months, BigDecimal annualRate, Treatment treatment) {

    private Decision decision() {
      ArrangementRequest.required(approved, "/approved");
      if (reason == null || reason.isBlank()) {
        throw Invalid.field("/reason", "REQUIRED", "a decision says why");
      }
      ArrangementRequest.length(reason, REASON_LENGTH_MAX, "/reason");
      if (months != null && (months < 1 || months > ArrangementRequest.MONTHS_ASKED_MAX)) {
        throw Invalid.field(
            "/months", "MONTHS_RANGE", "from 1 to " + ArrangementRequest.MONTHS_ASKED_MAX);
      }
      ArrangementRequest.checkRate(annualRate);
      return new Decision(approved, reason, months, annualRate, treatment);
    }
  }

  @GET
  @RolesAllowed({"officer", "reviewer", "auditor", "admin"})
  public Uni<Page<ArrangementView>> list(
      @QueryParam("state") @DefaultValue("REFERRED") State state,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") Integer limit) {
    Locale language = locale.get();
    return view.inState(state, cursor, limit)
        .map(
            page ->
                new Page<>(
                    page.items().stream().map(one -> ArrangementView.of(one, language)).toList(),
                    page.nextCursor()));
  }

  @POST
  @Path("/{id}/decision")
  @RolesAllowed({"officer", "reviewer"})
  public Uni<Response> decide(
      @RestPath UUID id, @HeaderParam(Idempotency.HEADER) String key, DecisionRequest request) {
    ArrangementRequest.required(request, "/");
    Decision decision = request.decision();
    Locale language = locale.get();
    return idempotency.once(
        key,
        request,
        Response.Status.OK.getStatusCode(),
        () -> decide.handle(id, decision).map(made -> ArrangementView.of(made, language)));
  }
}
