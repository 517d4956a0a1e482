package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.security.Caller;
import org.shouxin.servicing.loan.model.AllocationOrder;

/** Sets the order for a product's loans to come; loans that exist keep theirs. */
@ApplicationScoped
public class ConfigureAllocation {

  private static final int PRODUCT_LENGTH_MAX = 40;

  private final AllocationOrders orders;
  private final UnitOfWork work;
  private final Caller caller;

  ConfigureAllocation(AllocationOrders orders, UnitOfWork work, Caller caller) {
    this.orders = orders;
    this.work = work;
    this.caller = caller;
  }

  /** The order of a product, that of the law when none was set. */
  public Uni<AllocationOrder> of(String productCode) {
    return work.reading(() -> orders.of(productCode))
        .map(found -> found.orElse(AllocationOrder.STANDARD));
  }

  public Uni<Void> set(String productCode, AllocationOrder order) {
    if (productCode.isBlank() || productCode.length() > PRODUCT_LENGTH_MAX) {
      throw Invalid.field("productCode", "LENGTH", "from 1 to 40 characters");
    }
    String by = caller.subject();
    return work.inTransaction(() -> orders.set(productCode, order, by));
  }
}
