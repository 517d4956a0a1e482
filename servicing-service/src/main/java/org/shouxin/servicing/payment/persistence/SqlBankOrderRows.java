package org.shouxin.servicing.payment.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.persistence.CollectedChanges;
import org.shouxin.chassis.persistence.CollectedRows;
import org.shouxin.chassis.persistence.EntityRows;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.payment.BankOrderRows;
import org.shouxin.servicing.payment.model.BankOrder;
import org.shouxin.servicing.payment.model.Verdict;

@ApplicationScoped
public class SqlBankOrderRows implements BankOrderRows {

  private static final EntityRows<BankOrder> ORDERS = EntityRows.of(BankOrder.class);
  private static final String LOCK =
      "select %s from bank_order o where o.id = any($1) order by o.id for no key update"
          .formatted(ORDERS.columns("o"));
  private static final String ADD_BREAKS =
      """
      insert into bank_break
        (id, order_id, source, expected_minor, told_minor, currency, found_on, found_at)
      select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[], $5::bigint[],
        $6::text[], $7::date[], $8::timestamptz[])
      on conflict do nothing""";

  private final UnitOfWork work;
  private final Ids ids;
  private final Clock clock;

  SqlBankOrderRows(UnitOfWork work, Ids ids, Clock clock) {
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Uni<Map<UUID, BankOrder>> locked(Collection<UUID> wanted) {
    return work.rows(LOCK, (Object) wanted.toArray(UUID[]::new)).map(this::orders);
  }

  private Map<UUID, BankOrder> orders(List<Object[]> rows) {
    Map<UUID, BankOrder> orders = new LinkedHashMap<>();
    for (Object[] row : rows) {
      BankOrder order = ORDERS.read(row);
      orders.put(order.id(), order);
    }
    work.collected(ORDERS, () -> new CollectedChanges<>(ORDERS)).keep(orders.values());
    return orders;
  }

  @Override
  public void addBreak(BankOrder order, String source, Verdict.Differs differs, LocalDate day) {
    work.collected(SqlBankOrderRows.class, SqlBankOrderRows::breaks)
        .add(
            ids.next(),
            order.id(),
            source,
            differs.expectedMinor(),
            differs.toldMinor(),
            order.amount().currency().getCurrencyCode(),
            day,
            OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  private static CollectedRows breaks() {
    return new CollectedRows(
        ADD_BREAKS,
        UUID.class,
        UUID.class,
        String.class,
        Long.class,
        Long.class,
        String.class,
        LocalDate.class,
        OffsetDateTime.class);
  }
}
