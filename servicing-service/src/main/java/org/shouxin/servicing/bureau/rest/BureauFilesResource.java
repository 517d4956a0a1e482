package org.shouxin.servicing.bureau.rest;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.bureau.BureauFiles.BureauFile;
import org.shouxin.servicing.bureau.BureauFiles.Kind;
import org.shouxin.servicing.bureau.CreateBureauFile;
import org.shouxin.servicing.bureau.NotifyNegative;
import org.shouxin.servicing.bureau.ReadBureauFiles;

/** Files for the credit bureau. */
@Path("/v1/bureau-files")
public class BureauFilesResource {

  private final CreateBureauFile create;
  private final NotifyNegative notices;
  private final ReadBureauFiles files;
  private final Idempotency idempotency;

  BureauFilesResource(
      CreateBureauFile create,
      NotifyNegative notices,
      ReadBureauFiles files,
      Idempotency idempotency) {
    this.create = create;
    this.notices = notices;
    this.files = files;
    this.idempotency = idempotency;
  }

  /** Which file is wanted, for the business day that is open. */
  public record FileRequest(Kind kind) {}

  /** How many borrowers are told that they will be reported. */
  public record Notices(int planned) {}

  @POST
  @RolesAllowed({"admin", "service"})
  public Uni<Response> create(@HeaderParam(Idempotency.HEADER) String key, FileRequest request) {
    if (request == null || request.kind() == null) {
      throw Invalid.field("/kind", "REQUIRED", "MONTHLY or CHANGES");
    }
    return idempotency.once(
        key, request, Response.Status.CREATED.getStatusCode(), () -> create.create(request.kind()));
  }

  /** Plans the notices of loans that became late; the scheduler does it, too. */
  @POST
  @Path("/notices")
  @RolesAllowed({"admin", "service"})
  public Uni<Notices> notices() {
    return notices.run().map(Notices::new);
  }

  @GET
  @RolesAllowed({"officer", "auditor", "admin"})
  public Uni<List<BureauFile>> newest() {
    return files.newest();
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"officer", "auditor", "admin"})
  public Uni<BureauFile> one(@RestPath UUID id) {
    return files.one(id);
  }

  @GET
  @Path("/{id}/records.csv")
  @Produces("text/csv; charset=UTF-8")
  @ResponseHeader(
      name = HttpHeaders.CONTENT_DISPOSITION,
      value = "attachment; filename=\"bureau.csv\"")
  @RolesAllowed({"officer", "auditor", "admin"})
  public Multi<String> records(@RestPath UUID id) {
    return files.csv(id);
  }
}
