package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.shouxin.servicing.loan.model.AllocationOrder;

/** In which order a product's loans have money cover what is owed. */
public interface AllocationOrders {

  Uni<Optional<AllocationOrder>> of(String productCode);

  Uni<Void> set(String productCode, AllocationOrder order, String changedBy);
}
