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
      values (:reference, :payment, cast(:loan as uuid), :amount, :currency, :day, :now)
      on conflict do nothing""";

  private final UnitOfWork work;
  private final Clock clock;

  SqlTransfers(UnitOfWork work, Clock clock) {
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Uni<Boolean> add(Transfer transfer, UUID loanId, LocalDate businessDate) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(ADD)
                    .setParameter("reference", transfer.bankReference())
                    .setParameter("payment", transfer.paymentId())
                    .setParameter("loan", loanId == null ? null : loanId.toString())
                    .setParameter("amount", transfer.amount().minor())
                    .setParameter("currency", transfer.amount().currency().getCurrencyCode())
                    .setParameter("day", businessDate)
                    .setParameter("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .executeUpdate())
        .map(added -> added == 1);
  }
}
