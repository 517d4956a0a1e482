package org.shouxin.servicing.loan.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.loan.ConfigureAllocation;
import org.shouxin.servicing.loan.model.AllocationOrder;
import org.shouxin.servicing.loan.model.AllocationOrder.Beyond;
import org.shouxin.servicing.loan.model.AllocationOrder.Direction;
import org.shouxin.servicing.loan.model.AllocationOrder.Step;

/** In which order a product's loans have money cover what is owed. */
@Path("/v1/allocation-orders/{productCode}")
public class AllocationOrdersResource {

  private final ConfigureAllocation orders;

  AllocationOrdersResource(ConfigureAllocation orders) {
    this.orders = orders;
  }

  /** An order as the API shows and takes it. */
  public record OrderView(Direction direction, List<Step> steps, Beyond beyond) {

    static OrderView of(AllocationOrder order) {
      return new OrderView(order.direction(), order.steps(), order.beyond());
    }

    AllocationOrder order() {
      if (direction == null || steps == null || beyond == null || hasGaps()) {
        throw Invalid.field("/steps", "REQUIRED", "an order has direction, steps and beyond");
      }
      return new AllocationOrder(direction, steps, beyond);
    }

    private boolean hasGaps() {
      return steps.stream().anyMatch(s -> s == null || s.timing() == null || s.component() == null);
    }
  }

  @GET
  @RolesAllowed({"officer", "auditor", "admin", "service"})
  public Uni<OrderView> one(@RestPath String productCode) {
    return orders.of(productCode).map(OrderView::of);
  }

  /** Needs no idempotency key: to set the same order twice is to set it once. */
  @PUT
  @RolesAllowed("admin")
  public Uni<OrderView> set(@RestPath String productCode, OrderView wanted) {
    if (wanted == null) {
      throw Invalid.field("/steps", "REQUIRED", "an order has direction, steps and beyond");
    }
    return orders.set(productCode, wanted.order()).replaceWith(wanted);
  }
}
