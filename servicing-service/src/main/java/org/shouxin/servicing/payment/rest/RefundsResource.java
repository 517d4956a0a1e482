package org.shouxin.servicing.payment.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.payment.PayBackCredit;
import org.shouxin.servicing.payment.model.BankOrder;

/** What became of refunds. */
@Path("/v1/refunds")
public class RefundsResource {

  private final PayBackCredit payBack;
  private final UnitOfWork work;

  RefundsResource(PayBackCredit payBack, UnitOfWork work) {
    this.payBack = payBack;
    this.work = work;
  }

  /**
   * A refund and where it stands: PROCESSING, PAID, FAILED (it is credit again), or UNDER_REVIEW
   * when the bank's figures do not agree.
   */
  public record RefundView(
      UUID refundId,
      UUID loanId,
      String state,
      Money amount,
      String reason,
      LocalDate businessDate) {

    static RefundView of(BankOrder order) {
      return new RefundView(
          order.id(),
          order.loanId(),
          switch (order.state()) {
            case CREATED, SENT -> "PROCESSING";
            case SUCCEEDED -> "PAID";
            case FAILED -> "FAILED";
            case BROKEN -> "UNDER_REVIEW";
          },
          order.amount(),
          order.reason(),
          order.businessDate());
    }
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({"borrower", "officer", "auditor", "admin", "service"})
  public Uni<RefundView> one(@RestPath UUID id) {
    return work.reading(() -> payBack.find(id)).map(RefundView::of);
  }
}
