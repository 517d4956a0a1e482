package org.shouxin.risk.registry.rest;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.security.Caller;
import org.shouxin.risk.dataset.DataRefused;
import org.shouxin.risk.registry.KeepModels;
import org.shouxin.risk.registry.MoveModel;
import org.shouxin.risk.registry.RegisteredModel;
import org.shouxin.risk.training.ModelCard;
import org.shouxin.risk.training.ModelPage;
import org.shouxin.risk.training.Purpose;
import org.shouxin.risk.training.TrainedModel;

/** Models and their stages over HTTP. */
@Path("/v1/models")
@Produces(MediaType.APPLICATION_JSON)
public class ModelResource {

  private final KeepModels models;
  private final MoveModel move;
  private final UnitOfWork work;
  private final Idempotency idempotency;
  private final Caller caller;

  ModelResource(
      KeepModels models, MoveModel move, UnitOfWork work, Idempotency idempotency, Caller caller) {
    this.models = models;
    this.move = move;
    this.work = work;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @POST
  @RolesAllowed("admin")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Store a trained model as a draft; stored models never change")
  @APIResponse(responseCode = "201", description = "Stored, or stored before with the same bytes")
  public Uni<Response> add(String document) {
    TrainedModel model = readable(document);
    return work.inTransaction(() -> models.add(model, caller.subject()))
        .map(stored -> Response.status(Response.Status.CREATED).entity(stored).build());
  }

  @GET
  @RolesAllowed({"officer", "reviewer", "auditor", "admin"})
  @Operation(summary = "Models, newest first")
  public Uni<List<RegisteredModel>> list() {
    return work.reading(models::list);
  }

  @GET
  @Path("/{version}")
  @RolesAllowed({"officer", "reviewer", "auditor", "admin"})
  @Operation(summary = "The artefact, byte for byte")
  public Uni<String> get(@PathParam("version") String version) {
    return work.reading(() -> models.document(version));
  }

  @GET
  @Path("/{version}/report")
  @RolesAllowed({"officer", "reviewer", "auditor", "admin"})
  @Operation(summary = "The model card")
  public Uni<ModelCard> report(@PathParam("version") String version) {
    return work.reading(() -> models.document(version))
        .map(document -> TrainedModel.read(document).report());
  }

  @GET
  @Path("/{version}/page")
  @Produces(MediaType.TEXT_HTML)
  @RolesAllowed({"officer", "reviewer", "auditor", "admin"})
  @Operation(summary = "The model card as a page with plots")
  public Uni<String> page(@PathParam("version") String version) {
    return work.reading(() -> models.document(version))
        .map(document -> ModelPage.of(TrainedModel.read(document)));
  }

  @POST
  @Path("/{version}/promotions")
  @RolesAllowed({"reviewer", "admin"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Propose a stage for a model; another person approves")
  @APIResponse(responseCode = "201", description = "Proposed")
  public Uni<Response> propose(
      @HeaderParam(Idempotency.HEADER) String key,
      @PathParam("version") String version,
      @NotNull @Valid PromotionRequest request) {
    return idempotency.once(
        key,
        request,
        201,
        () -> move.propose(version, request.to(), request.sharePercent(), caller.subject()));
  }

  @POST
  @Path("/{version}/promotions/{promotionId}/approval")
  @RolesAllowed({"reviewer", "admin"})
  @Operation(summary = "Approve a proposed stage; by another person than proposed it")
  public Uni<RegisteredModel> approve(
      @PathParam("version") String version, @PathParam("promotionId") UUID promotionId) {
    return work.inTransaction(() -> move.approve(version, promotionId, caller.subject()));
  }

  @POST
  @Path("/{version}/retirement")
  @RolesAllowed({"reviewer", "admin"})
  @Operation(summary = "Take a model out at once")
  public Uni<RegisteredModel> retire(@PathParam("version") String version) {
    return work.inTransaction(() -> move.retire(version, caller.subject()));
  }

  @POST
  @Path("/rollbacks/{purpose}")
  @RolesAllowed({"reviewer", "admin"})
  @Operation(summary = "The champion goes, the one before it is champion again")
  public Uni<RegisteredModel> rollBack(@PathParam("purpose") Purpose purpose) {
    return work.inTransaction(() -> move.rollBack(purpose, caller.subject()));
  }

  private static TrainedModel readable(String document) {
    try {
      return TrainedModel.read(document);
    } catch (DataRefused refused) {
      throw Invalid.field("", refused.rule(), refused.getMessage());
    }
  }
}
