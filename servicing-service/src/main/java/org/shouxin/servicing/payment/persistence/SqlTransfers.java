package org.shouxin.servicing.payment.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.payment.Transfers;

@ApplicationScoped
public class SqlTransfers implements Transfers {

  private static final String ADD =
      """
      insert into incoming_transfer (bank_reference, payment_id, loan_id, amount_minor, currency,
        business_date, received_at)
      values ($1, $2, $3, $4, $5, $6, $7)
      on conflict do nothing""";

  private final UnitOfWork work;
  private final Clock clock;

  SqlTransfers(UnitOfWork work, Clock clock) {
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Uni<Boolean> add(Transfer transfer, UUID loanId, LocalDate businessDate) {
    return work.change(
            ADD,
            transfer.bankReference(),
            transfer.paymentId(),
            loanId,
            transfer.amount().minor(),
            transfer.amount().currency().getCurrencyCode(),
            businessDate,
            OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .map(added -> added == 1);
  }
}
