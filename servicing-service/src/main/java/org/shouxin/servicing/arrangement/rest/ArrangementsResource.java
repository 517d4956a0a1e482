package org.shouxin.servicing.arrangement.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestPath;
import org.shouxin.chassis.http.RequestLocale;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.chassis.page.Page;
import org.shouxin.servicing.arrangement.AcceptArrangement;
import org.shouxin.servicing.arrangement.RequestArrangement;
import org.shouxin.servicing.arrangement.Requested;
import org.shouxin.servicing.arrangement.ViewArrangements;
import org.shouxin.servicing.arrangement.model.Wish;

/** Changes of a loan's schedule: asked for, shown, accepted. */
@Path("/v1/loans/{id}/arrangements")
public class ArrangementsResource {

  private final RequestArrangement request;
  private final AcceptArrangement accept;
  private final ViewArrangements view;
  private final Idempotency idempotency;
  private final RequestLocale locale;

  ArrangementsResource(
      RequestArrangement request,
      AcceptArrangement accept,
      ViewArrangements view,
      Idempotency idempotency,
      RequestLocale locale) {
    this.request = request;
    this.accept = accept;
    this.view = view;
    this.idempotency = idempotency;
    this.locale = locale;
  }

  @POST
  @RolesAllowed({"borrower", "officer"})
  public Uni<Response> request(
      @RestPath UUID id, @HeaderParam(Idempotency.HEADER) String key, ArrangementRequest asked) {
    ArrangementRequest.required(asked, "/");
    Wish wish = asked.wish();
    return once(key, asked, Response.Status.CREATED, () -> request.handle(id, wish));
  }

  @GET
  @RolesAllowed({"borrower", "officer", "reviewer", "collector", "auditor", "admin", "service"})
  public Uni<Page<ArrangementView>> list(
      @RestPath UUID id, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
    Locale language = locale.get();
    return view.ofLoan(id, cursor, limit)
        .map(
            page ->
                new Page<>(
                    page.items().stream().map(one -> ArrangementView.of(one, language)).toList(),
                    page.nextCursor()));
  }

  @GET
  @Path("/{arrangementId}")
  @RolesAllowed({"borrower", "officer", "reviewer", "collector", "auditor", "admin", "service"})
  public Uni<ArrangementView> one(@RestPath UUID id, @RestPath UUID arrangementId) {
    Locale language = locale.get();
    return view.one(id, arrangementId).map(one -> ArrangementView.of(one, language));
  }

  @POST
  @Path("/{arrangementId}/acceptance")
  @RolesAllowed("borrower")
  public Uni<Response> accept(
      @RestPath UUID id,
      @RestPath UUID arrangementId,
      @HeaderParam(Idempotency.HEADER) String key) {
    return once(key, List.of(), Response.Status.OK, () -> accept.accept(id, arrangementId));
  }

  /** Works an outdated quote out anew. */
  @POST
  @Path("/{arrangementId}/quote")
  @RolesAllowed("borrower")
  public Uni<Response> quote(
      @RestPath UUID id,
      @RestPath UUID arrangementId,
      @HeaderParam(Idempotency.HEADER) String key) {
    return once(key, List.of(), Response.Status.OK, () -> accept.requote(id, arrangementId));
  }

  @POST
  @Path("/{arrangementId}/withdrawal")
  @RolesAllowed("borrower")
  public Uni<Response> withdraw(
      @RestPath UUID id,
      @RestPath UUID arrangementId,
      @HeaderParam(Idempotency.HEADER) String key) {
    return once(key, List.of(), Response.Status.OK, () -> accept.withdraw(id, arrangementId));
  }

  private Uni<Response> once(
      String key, Object body, Response.Status status, Supplier<Uni<Requested>> work) {
    Locale language = locale.get();
    return idempotency.once(
        key,
        body,
        status.getStatusCode(),
        () -> work.get().map(requested -> ArrangementView.of(requested, language)));
  }
}
