package org.shouxin.servicing.loan.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.shouxin.chassis.page.Page;
import org.shouxin.servicing.calendar.DateText;
import org.shouxin.servicing.loan.ViewLoans;
import org.shouxin.servicing.loan.ViewLoans.Cleared;
import org.shouxin.servicing.loan.rest.LoanViews.BalanceView;
import org.shouxin.servicing.loan.rest.LoanViews.LoanView;
import org.shouxin.servicing.loan.rest.LoanViews.ScheduleView;
import org.shouxin.servicing.loan.rest.LoanViews.TransactionView;

/** Loans: what they are, what is owed, what happened. */
@Path("/v1/loans")
public class LoansResource {

  private static final String CURRENCY = "CNY";

  private final ViewLoans loans;

  LoansResource(ViewLoans loans) {
    this.loans = loans;
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
    return loans.one(id).map(standing -> ScheduleView.of(standing, allVersions));
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

  private static EntityTag tag(long version) {
    return new EntityTag(Long.toString(version));
  }
}
