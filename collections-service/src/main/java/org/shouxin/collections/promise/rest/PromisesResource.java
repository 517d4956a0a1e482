package org.shouxin.collections.promise.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.collections.promise.MakePromise;

/** Promises to pay. */
@Path("/v1/cases/{id}/promises")
@Tag(name = "promises")
public class PromisesResource {
  private static final int CREATED = 201;

  private final MakePromise makePromise;
  private final Idempotency idempotency;

  public PromisesResource(MakePromise makePromise, Idempotency idempotency) {
    this.makePromise = makePromise;
    this.idempotency = idempotency;
  }

  @POST
  @RolesAllowed("collector")
  public Uni<Response> make(
      @PathParam("id") UUID caseId,
      @HeaderParam("Idempotency-Key") String key,
      @NotNull @Valid PromiseRequest request) {
    return idempotency.once(
        key,
        request,
        CREATED,
        () -> makePromise.ask(caseId),
        asked -> makePromise.make(asked, request.amount(), request.dueDate(), PromiseView::of));
  }

  @GET
  @RolesAllowed({"collector", "agency", "officer", "auditor", "admin"})
  public Uni<List<PromiseView>> all(@PathParam("id") UUID caseId) {
    return makePromise.all(caseId).map(found -> found.stream().map(PromiseView::of).toList());
  }
}
