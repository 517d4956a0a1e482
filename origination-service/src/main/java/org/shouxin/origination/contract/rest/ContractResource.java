package org.shouxin.origination.contract.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.chassis.log.LogReceipt;
import org.shouxin.chassis.security.Caller;
import org.shouxin.origination.contract.SignContract;
import org.shouxin.origination.contract.ViewContract;
import org.shouxin.origination.remote.Attempt;

/** The contract of an application. */
@Path("/v1/applications/{id}")
public class ContractResource {

  private static final int CREATED = 201;

  private final SignContract signContract;
  private final ViewContract viewContract;
  private final Idempotency idempotency;
  private final Caller caller;

  ContractResource(
      SignContract signContract,
      ViewContract viewContract,
      Idempotency idempotency,
      Caller caller) {
    this.signContract = signContract;
    this.viewContract = viewContract;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  /** Signs by the code. */
  @POST
  @Path("/signature")
  @RolesAllowed("borrower")
  public Uni<Response> sign(
      @PathParam("id") UUID id,
      @HeaderParam(Idempotency.HEADER) String key,
      @NotNull @Valid SignatureRequest request) {
    String subject = caller.subject();
    return idempotency.once(
        key,
        request,
        CREATED,
        () -> Attempt.of(signContract.prove(id, subject, request.code())),
        proven -> signContract.sign(proven.get(), subject));
  }

  /** Shows the own contract. */
  @GET
  @Path("/contract")
  @RolesAllowed("borrower")
  public Uni<ContractView> show(@PathParam("id") UUID id) {
    return viewContract
        .show(id, caller.subject())
        .map(
            c ->
                new ContractView(
                    c.loanId(), c.text(), c.contractHash(), c.logEntry(), c.receipt()));
  }

  record SignatureRequest(@NotNull @Pattern(regexp = "\\d{6}") String code) {
    /** Without its value, so that no log line carries the code. */
    @Override
    public String toString() {
      return "SignatureRequest";
    }
  }

  record ContractView(
      UUID loanId, String text, String contractHash, String logEntry, LogReceipt receipt) {}
}
