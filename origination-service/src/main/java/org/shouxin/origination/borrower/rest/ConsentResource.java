package org.shouxin.origination.borrower.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.security.Caller;
import org.shouxin.origination.borrower.DescribeApplicant;
import org.shouxin.origination.consent.GiveConsent;

/** A borrower's consents. */
@Path("/v1/borrowers/me/consents")
public class ConsentResource {

  private static final int CREATED = 201;

  private final GiveConsent consents;
  private final DescribeApplicant borrowers;
  private final UnitOfWork unitOfWork;
  private final Idempotency idempotency;
  private final Caller caller;

  ConsentResource(
      GiveConsent consents,
      DescribeApplicant borrowers,
      UnitOfWork unitOfWork,
      Idempotency idempotency,
      Caller caller) {
    this.consents = consents;
    this.borrowers = borrowers;
    this.unitOfWork = unitOfWork;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  /** What stands for each purpose. */
  @GET
  @RolesAllowed("borrower")
  public Uni<List<ConsentView>> standing() {
    String subject = caller.subject();
    return unitOfWork
        .reading(() -> borrowers.idBehind(subject).chain(consents::standing))
        .map(all -> all.stream().map(ConsentView::of).toList());
  }

  /** Gives a consent, or withdraws it. */
  @POST
  @RolesAllowed("borrower")
  public Uni<Response> give(
      @HeaderParam(Idempotency.HEADER) String key, @NotNull @Valid ConsentRequest request) {
    String subject = caller.subject();
    return idempotency.once(
        key,
        request,
        CREATED,
        () ->
            borrowers
                .idBehind(subject)
                .chain(id -> consents.change(id, request.wish()))
                .map(ConsentView::of));
  }
}
