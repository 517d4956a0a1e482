package org.shouxin.risk.assessment.rest;

import io.quarkus.security.ForbiddenException;
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
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.shouxin.chassis.http.RequestLocale;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.chassis.page.Cursor;
import org.shouxin.chassis.page.Page;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.security.Caller;
import org.shouxin.risk.assessment.AssessApplication;
import org.shouxin.risk.assessment.Assessments;
import org.shouxin.risk.assessment.ReplayAssessment;
import org.shouxin.risk.page.PageStart;

/** Assessments over HTTP. */
@Path("/v1/assessments")
@Produces(MediaType.APPLICATION_JSON)
public class AssessmentResource {

  private static final String ASKER = "origination-service";

  private final AssessApplication assess;
  private final ReplayAssessment replay;
  private final Assessments assessments;
  private final UnitOfWork work;
  private final Idempotency idempotency;
  private final Caller caller;
  private final RequestLocale language;

  AssessmentResource(
      AssessApplication assess,
      ReplayAssessment replay,
      Assessments assessments,
      UnitOfWork work,
      Idempotency idempotency,
      Caller caller,
      RequestLocale language) {
    this.assess = assess;
    this.replay = replay;
    this.assessments = assessments;
    this.work = work;
    this.idempotency = idempotency;
    this.caller = caller;
    this.language = language;
  }

  @POST
  @RolesAllowed("service")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Assess an application; origination alone may ask")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = AssessmentView.class)))
  public Uni<Response> assess(
      @HeaderParam(Idempotency.HEADER) String key, @NotNull @Valid AssessmentRequest request) {
    if (!ASKER.equals(caller.clientId())) {
      throw new ForbiddenException();
    }
    Locale locale = language.get();
    return idempotency.once(
        key,
        request,
        201,
        () ->
            assess
                .assess(request.question(caller.clientId()))
                .map(result -> AssessmentView.of(request, result, locale)));
  }

  @GET
  @RolesAllowed({"officer", "reviewer", "auditor"})
  @Operation(summary = "Assessments, newest first")
  public Uni<Page<AssessmentView>> list(
      @QueryParam("borrowerId") UUID borrowerId,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") Integer limit) {
    int size = Cursor.limit(limit);
    UUID before = PageStart.after(cursor);
    Locale locale = language.get();
    return work.reading(() -> assessments.page(borrowerId, before, size + 1))
        .map(
            rows ->
                Cursor.page(
                    rows.stream().map(row -> AssessmentView.of(row, locale)).toList(),
                    size,
                    row -> new String[] {row.assessmentId().toString()}));
  }

  @GET
  @Path("/{assessmentId}")
  @RolesAllowed({"officer", "reviewer", "auditor"})
  @Operation(summary = "One assessment with facts, features, points and every rule's evaluation")
  public Uni<AssessmentRecordView> get(@PathParam("assessmentId") UUID assessmentId) {
    Locale locale = language.get();
    return work.reading(() -> assessments.find(assessmentId))
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("assessment", assessmentId))
        .map(stored -> AssessmentRecordView.of(stored, locale));
  }

  @GET
  @Path("/{assessmentId}/replay")
  @RolesAllowed({"officer", "reviewer", "auditor"})
  @Operation(summary = "Decide again from the kept facts and versions; the bytes must be equal")
  public Uni<ReplayAssessment.Replay> replay(@PathParam("assessmentId") UUID assessmentId) {
    return work.reading(() -> replay.replay(assessmentId));
  }
}
