package org.shouxin.servicing.cover.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.cover.KeepCovers;
import org.shouxin.servicing.cover.model.LinkedCover;
import org.shouxin.servicing.cover.model.LinkedCover.Contract;
import org.shouxin.servicing.cover.model.LinkedCover.Kind;

/** Policies and guarantees that hang on a loan. */
@Path("/v1/loans/{id}/covers")
public class CoversResource {

  private static final int TEXT_LENGTH_MAX = 100;
  private static final int DAYS_PAST_DUE_MAX = 360;

  private final KeepCovers covers;
  private final Idempotency idempotency;

  CoversResource(KeepCovers covers, Idempotency idempotency) {
    this.covers = covers;
    this.idempotency = idempotency;
  }

  /**
   * A cover to be linked.
   *
   * @param lapsesOn last day that is covered, may be left out when the next is given
   * @param lapsesDaysPastDue days past due from which nothing is covered
   */
  public record CoverRequest(
      Kind kind, String provider, String reference, LocalDate lapsesOn, Integer lapsesDaysPastDue) {

    private Contract contract() {
      if (kind == null) {
        throw Invalid.field("/kind", "REQUIRED", "missing");
      }
      text(provider, "/provider");
      text(reference, "/reference");
      if (lapsesDaysPastDue != null
          && (lapsesDaysPastDue < 1 || lapsesDaysPastDue > DAYS_PAST_DUE_MAX)) {
        throw Invalid.field(
            "/lapsesDaysPastDue", "COVER_DAYS_RANGE", "from 1 to " + DAYS_PAST_DUE_MAX);
      }
      return new Contract(kind, provider, reference, lapsesOn, lapsesDaysPastDue);
    }

    private static void text(String value, String pointer) {
      if (value == null || value.isBlank()) {
        throw Invalid.field(pointer, "REQUIRED", "missing");
      }
      if (value.length() > TEXT_LENGTH_MAX) {
        throw Invalid.field(pointer, "LENGTH", "at most " + TEXT_LENGTH_MAX + " characters");
      }
    }
  }

  /** A cover as it stands. */
  public record CoverView(
      UUID coverId,
      UUID loanId,
      String kind,
      String provider,
      String reference,
      LocalDate lapsesOn,
      Integer lapsesDaysPastDue,
      String state,
      LocalDate addedOn,
      LocalDate endedOn) {

    static CoverView of(LinkedCover cover) {
      Contract contract = cover.contract();
      return new CoverView(
          cover.id(),
          cover.loanId(),
          contract.kind().name(),
          contract.provider(),
          contract.reference(),
          contract.lapsesOn(),
          contract.lapsesDaysPastDue(),
          cover.state().name(),
          cover.addedOn(),
          cover.endedOn());
    }
  }

  @POST
  @RolesAllowed({"officer", "service"})
  public Uni<Response> link(
      @RestPath UUID id, @HeaderParam(Idempotency.HEADER) String key, CoverRequest request) {
    if (request == null) {
      throw Invalid.field("/", "REQUIRED", "missing");
    }
    Contract contract = request.contract();
    return idempotency.once(
        key,
        request,
        Response.Status.CREATED.getStatusCode(),
        () -> covers.link(id, contract).map(CoverView::of));
  }

  @GET
  @RolesAllowed({"borrower", "officer", "reviewer", "collector", "auditor", "admin", "service"})
  public Uni<List<CoverView>> list(@RestPath UUID id) {
    return covers.ofLoan(id).map(found -> found.stream().map(CoverView::of).toList());
  }

  @POST
  @Path("/{coverId}/end")
  @RolesAllowed("officer")
  public Uni<Response> end(
      @RestPath UUID id, @RestPath UUID coverId, @HeaderParam(Idempotency.HEADER) String key) {
    return idempotency.once(
        key,
        List.of(),
        Response.Status.OK.getStatusCode(),
        () -> covers.end(id, coverId).map(CoverView::of));
  }
}
