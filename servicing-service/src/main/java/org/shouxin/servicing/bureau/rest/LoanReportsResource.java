package org.shouxin.servicing.bureau.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.bureau.BureauFiles.BureauRecord;
import org.shouxin.servicing.bureau.CorrectReport;
import org.shouxin.servicing.bureau.HandleObjections;
import org.shouxin.servicing.bureau.ReadBureauFiles;

/** What was reported of a loan, objections to it, and corrections of it. */
@Path("/v1/loans/{id}/bureau-reports")
public class LoanReportsResource {

  private final ReadBureauFiles files;
  private final HandleObjections objections;
  private final CorrectReport correct;
  private final Idempotency idempotency;

  LoanReportsResource(
      ReadBureauFiles files,
      HandleObjections objections,
      CorrectReport correct,
      Idempotency idempotency) {
    this.files = files;
    this.objections = objections;
    this.correct = correct;
    this.idempotency = idempotency;
  }

  /** What is wrong, in the borrower's words. */
  public record ObjectionRequest(String words) {}

  /** What the line of a file should have said. */
  public record CorrectionRequest(UUID fileId, int daysPastDue, Money overdue, String reason) {}

  @GET
  @RolesAllowed({"borrower", "officer", "auditor", "admin", "service"})
  public Uni<List<BureauRecord>> reports(@RestPath UUID id) {
    return files.ofLoan(id);
  }

  @POST
  @Path("/objections")
  @RolesAllowed("borrower")
  public Uni<Response> objection(
      @RestPath UUID id, @HeaderParam(Idempotency.HEADER) String key, ObjectionRequest request) {
    String words = Wording.required("/words", request == null ? null : request.words());
    return idempotency.once(
        key, request, Response.Status.CREATED.getStatusCode(), () -> objections.raise(id, words));
  }

  @POST
  @Path("/corrections")
  @RolesAllowed("officer")
  public Uni<Response> correction(
      @RestPath UUID id, @HeaderParam(Idempotency.HEADER) String key, CorrectionRequest request) {
    String reason = Wording.required("/reason", request == null ? null : request.reason());
    if (request.fileId() == null || request.overdue() == null) {
      throw Invalid.field("/fileId", "REQUIRED", "fileId and overdue must be given");
    }
    return idempotency.once(
        key,
        request,
        Response.Status.CREATED.getStatusCode(),
        () ->
            correct.correct(
                id, request.fileId(), request.daysPastDue(), request.overdue(), reason));
  }
}
