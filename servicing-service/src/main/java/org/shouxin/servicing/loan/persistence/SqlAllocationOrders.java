package org.shouxin.servicing.loan.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.loan.AllocationOrders;
import org.shouxin.servicing.loan.model.AllocationOrder;

@ApplicationScoped
public class SqlAllocationOrders implements AllocationOrders {

  private static final String OF =
      "select allocation_order from product_allocation where product_code = :product";
  private static final String SET =
      """
      insert into product_allocation (product_code, allocation_order, changed_by, changed_at)
      values (:product, :order, :by, :now)
      on conflict (product_code) do update set allocation_order = excluded.allocation_order,
        changed_by = excluded.changed_by, changed_at = excluded.changed_at""";

  private final UnitOfWork work;
  private final Clock clock;

  SqlAllocationOrders(UnitOfWork work, Clock clock) {
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Uni<Optional<AllocationOrder>> of(String productCode) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(OF, String.class)
                    .setParameter("product", productCode)
                    .getSingleResultOrNull())
        .map(text -> Optional.ofNullable(text).map(AllocationOrder::parse));
  }

  @Override
  public Uni<Void> set(String productCode, AllocationOrder order, String changedBy) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(SET)
                    .setParameter("product", productCode)
                    .setParameter("order", order.text())
                    .setParameter("by", changedBy)
                    .setParameter("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .executeUpdate())
        .replaceWithVoid();
  }
}
