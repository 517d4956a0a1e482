package org.shouxin.servicing.payment.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Vetoed;
import java.time.LocalDate;
import java.util.UUID;

/** A bug that tests put in to see that it is found: no transfer is known to have come before. */
@Vetoed
public final class CarelessTransfers extends SqlTransfers {

  public CarelessTransfers() {
    super(null, null);
  }

  @Override
  public Uni<Boolean> add(Transfer transfer, UUID loanIdOrNull, LocalDate day) {
    return Uni.createFrom().item(true);
  }
}
