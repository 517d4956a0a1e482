package org.shouxin.collections.collectioncase.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouxin.chassis.page.Page;
import org.shouxin.collections.collectioncase.ListCases;
import org.shouxin.collections.collectioncase.model.CaseState;

/** The cases of overdue loans. */
@Path("/v1/cases")
@Tag(name = "cases")
public class CasesResource {
  private final ListCases listCases;

  public CasesResource(ListCases listCases) {
    this.listCases = listCases;
  }

  @GET
  @RolesAllowed({"collector", "agency", "officer", "auditor", "admin"})
  public Uni<Page<CaseView>> list(
      @QueryParam("loanId") UUID loanId,
      @QueryParam("state") CaseState state,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") Integer limit) {
    return listCases
        .page(loanId, state, cursor, limit)
        .map(
            page ->
                new Page<>(page.items().stream().map(CaseView::of).toList(), page.nextCursor()));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"collector", "agency", "officer", "auditor", "admin"})
  public Uni<RestResponse<CaseView>> one(@PathParam("id") UUID id) {
    return listCases
        .one(id)
        .map(
            found ->
                RestResponse.ResponseBuilder.ok(CaseView.of(found))
                    .tag(new EntityTag(String.valueOf(found.version())))
                    .build());
  }
}
