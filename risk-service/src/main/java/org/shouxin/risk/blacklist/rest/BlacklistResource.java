package org.shouxin.risk.blacklist.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.chassis.page.Cursor;
import org.shouxin.chassis.page.Page;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.security.Caller;
import org.shouxin.risk.blacklist.BlacklistEntries;
import org.shouxin.risk.blacklist.MoveEntry;
import org.shouxin.risk.blacklist.ProposeEntry;
import org.shouxin.risk.page.PageStart;

/** The blacklist over HTTP. */
@Path("/v1/blacklist-entries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BlacklistResource {

  private final ProposeEntry propose;
  private final MoveEntry move;
  private final BlacklistEntries entries;
  private final UnitOfWork work;
  private final Idempotency idempotency;
  private final Caller caller;

  BlacklistResource(
      ProposeEntry propose,
      MoveEntry move,
      BlacklistEntries entries,
      UnitOfWork work,
      Idempotency idempotency,
      Caller caller) {
    this.propose = propose;
    this.move = move;
    this.entries = entries;
    this.work = work;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @POST
  @RolesAllowed("officer")
  @Operation(summary = "Propose an entry on evidence known to this service")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = EntryView.class)))
  public Uni<Response> propose(
      @HeaderParam(Idempotency.HEADER) String key, @NotNull @Valid ProposalRequest request) {
    return idempotency.once(
        key,
        request,
        201,
        () -> propose.propose(request.proposal(), caller.subject()).map(EntryView::of));
  }

  @POST
  @Path("/{entryId}/activation")
  @RolesAllowed({"officer", "reviewer"})
  @Operation(summary = "List the borrower after notice; by another person than the proposer")
  public Uni<EntryView> activate(
      @PathParam("entryId") UUID entryId, @NotNull @Valid NoticeRequest request) {
    return work.inTransaction(
        () ->
            move.activate(entryId, caller.subject(), request.noticeReference()).map(EntryView::of));
  }

  @POST
  @Path("/{entryId}/objection")
  @RolesAllowed({"officer", "reviewer"})
  @Operation(summary = "Record the borrower's objection; starts the 20-day clock")
  public Uni<EntryView> object(
      @PathParam("entryId") UUID entryId, @NotNull @Valid ObjectionRequest request) {
    return work.inTransaction(() -> move.objected(entryId, request.reference()).map(EntryView::of));
  }

  @POST
  @Path("/{entryId}/answer")
  @RolesAllowed("reviewer")
  @Operation(summary = "Answer an objection: upheld or removed")
  public Uni<EntryView> answer(
      @PathParam("entryId") UUID entryId, @NotNull @Valid AnswerRequest request) {
    return work.inTransaction(
        () ->
            move.answered(entryId, request.decision(), request.reference(), caller.subject())
                .map(EntryView::of));
  }

  @GET
  @RolesAllowed({"officer", "reviewer", "auditor"})
  @Operation(summary = "Entries, newest first")
  public Uni<Page<EntryView>> list(
      @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
    int size = Cursor.limit(limit);
    UUID before = PageStart.after(cursor);
    return work.reading(() -> entries.page(before, size + 1))
        .map(
            rows ->
                Cursor.page(
                    rows.stream().map(EntryView::of).toList(),
                    size,
                    entry -> new String[] {entry.entryId().toString()}));
  }

  @GET
  @Path("/{entryId}")
  @RolesAllowed({"officer", "reviewer", "auditor"})
  @Operation(summary = "One entry")
  public Uni<EntryView> get(@PathParam("entryId") UUID entryId) {
    return work.reading(() -> entries.find(entryId))
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("blacklist entry", entryId))
        .map(EntryView::of);
  }
}
