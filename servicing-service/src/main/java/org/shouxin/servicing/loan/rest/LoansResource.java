package org.shouxin.servicing.loan.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.chassis.page.Page;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.calendar.DateText;
import org.shouxin.servicing.loan.ViewLoans;
import org.shouxin.servicing.loan.ViewLoans.Cleared;
import org.shouxin.servicing.loan.WriteOffLoan;
import org.shouxin.servicing.loan.rest.LoanViews.BalanceView;
import org.shouxin.servicing.loan.rest.LoanViews.LoanView;
import org.shouxin.servicing.loan.rest.LoanViews.ScheduleView;
import org.shouxin.servicing.loan.rest.LoanViews.TransactionView;

/** Loans: what they are, what is owed, what happened. */
@Path("/v1/loans")
public class LoansResource {

  private static final String CURRENCY = "CNY";
  private static final int REASON_LENGTH_MAX = 200;

  private final ViewLoans loans;
  private final WriteOffLoan writeOff;
  private final Idempotency idempotency;

  LoansResource(ViewLoans loans, WriteOffLoan writeOff, Idempotency idempotency) {
    this.loans = loans;
    this.writeOff = writeOff;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({"borrower", "officer", "reviewer", "collector", "auditor", "admin", "service"})
  public Uni<Page<LoanView>> list(
      @QueryParam("borrowerId") UUID borrowerId,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") Integer limit) {
    return loans
        .page(borrowerId, cursor, limit)
        .map(
            page ->
                new Page<>(page.items().stream().map(LoanView::of).toList(), page.nextCursor()));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"borrower", "officer", "reviewer", "collector", "auditor", "admin", "service"})
  public Uni<Response> one(@RestPath UUID id) {
    return loans
        .one(id)
        .map(LoanView::of)
        .map(view -> Response.ok(view).tag(tag(view.version())).build());
  }

  @GET
  @Path("/{id}/schedule")
  @RolesAllowed({"borrower", "officer", "reviewer", "collector", "auditor", "admin", "service"})
  public Uni<ScheduleView> schedule(
      @RestPath UUID id, @QueryParam("allVersions") @DefaultValue("false") boolean allVersions) {
    return loans.one(id).map(standing -> ScheduleView.of(standing.loan(), allVersions));
  }

  @GET
  @Path("/{id}/balance")
  @RolesAllowed({"borrower", "officer", "reviewer", "collector", "auditor", "admin", "service"})
  public Uni<BalanceView> balance(@RestPath UUID id, @QueryParam("asOf") String asOf) {
    return loans.balance(id, DateText.parse("asOf", asOf)).map(BalanceView::of);
  }

  @GET
  @Path("/{id}/cleared")
  @RolesAllowed({"borrower", "officer", "reviewer", "collector", "auditor", "admin", "service"})
  public Uni<Cleared> cleared(
      @RestPath UUID id, @QueryParam("from") String from, @QueryParam("to") String to) {
    return loans.cleared(id, DateText.parse("from", from), DateText.parse("to", to));
  }

  @GET
  @Path("/{id}/transactions")
  @RolesAllowed({"borrower", "officer", "reviewer", "collector", "auditor", "admin", "service"})
  public Uni<Page<TransactionView>> transactions(
      @RestPath UUID id, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
    return loans
        .transactions(id, cursor, limit)
        .map(
            page ->
                new Page<>(
                    page.items().stream().map(t -> TransactionView.of(t, CURRENCY)).toList(),
                    page.nextCursor()));
  }

  /** Why the loan is given up. */
  public record WriteOffRequest(String reason) {}

  /** A loan that was written off. */
  public record WrittenOff(UUID loanId, String state) {}

  @POST
  @Path("/{id}/write-off")
  @RolesAllowed("officer")
  public Uni<Response> writeOff(
      @RestPath UUID id,
      @HeaderParam(Idempotency.HEADER) String key,
      @HeaderParam("If-Match") String ifMatch,
      WriteOffRequest request) {
    if (request == null || request.reason() == null || request.reason().isBlank()) {
      throw Invalid.field("/reason", "REQUIRED", "a write-off says why");
    }
    if (request.reason().length() > REASON_LENGTH_MAX) {
      throw Invalid.field("/reason", "LENGTH", "at most " + REASON_LENGTH_MAX + " characters");
    }
    Long version = version(ifMatch);
    return idempotency.once(
        key,
        request,
        Response.Status.OK.getStatusCode(),
        () ->
            writeOff
                .handle(id, version, request.reason())
                .replaceWith(new WrittenOff(id, "WRITTEN_OFF")));
  }

  private static EntityTag tag(long version) {
    return new EntityTag(Long.toString(version));
  }

  private static Long version(String ifMatch) {
    try {
      return ifMatch == null ? null : Long.valueOf(ifMatch.replace("\"", "").trim());
    } catch (NumberFormatException notOurs) {
      throw Invalid.field("If-Match", "ENTITY_TAG", "not an entity tag of a loan");
    }
  }
}
