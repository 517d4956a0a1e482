package org.shouxin.risk.training.rest;

import io.smallrye.common.annotation.Blocking;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.security.Caller;
import org.shouxin.risk.dataset.CsvText;
import org.shouxin.risk.dataset.DataRefused;
import org.shouxin.risk.dataset.InferSchema;
import org.shouxin.risk.training.RunRequest;
import org.shouxin.risk.training.RunTraining;
import org.shouxin.risk.training.TrainingJob;

/** Training runs over HTTP. */
@Path("/v1/training-jobs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TrainingResource {

  private final RunTraining training;
  private final UnitOfWork work;
  private final Idempotency idempotency;
  private final Caller caller;

  TrainingResource(RunTraining training, UnitOfWork work, Idempotency idempotency, Caller caller) {
    this.training = training;
    this.work = work;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @POST
  @RolesAllowed("admin")
  @Operation(summary = "Queue a training run; its model becomes a draft")
  @APIResponse(responseCode = "202", description = "Queued")
  public Uni<Response> ask(
      @HeaderParam(Idempotency.HEADER) String key, @NotNull @Valid TrainingRequest request) {
    RunRequest run = request.run();
    return idempotency.once(
        key, request, 202, () -> training.ask(run, request.data(), caller.subject()));
  }

  @POST
  @Path("/schema")
  @Blocking
  @RolesAllowed("admin")
  @Operation(summary = "The schema a run would infer, to be edited and given with it")
  public Response schema(@NotNull @Valid TrainingRequest request) throws IOException {
    try {
      return Response.ok(
              InferSchema.of(CsvText.of(request.data()), request.target(), request.bad()))
          .build();
    } catch (DataRefused refused) {
      throw Invalid.field("/data", refused.rule(), refused.getMessage());
    }
  }

  @GET
  @RolesAllowed({"officer", "reviewer", "auditor", "admin"})
  @Operation(summary = "Runs, newest first")
  public Uni<List<TrainingJob>> list() {
    return work.reading(training::list);
  }

  @GET
  @Path("/{jobId}")
  @RolesAllowed({"officer", "reviewer", "auditor", "admin"})
  @Operation(summary = "A run and how far it is")
  public Uni<TrainingJob> get(@PathParam("jobId") UUID jobId) {
    return work.reading(() -> training.get(jobId));
  }
}
