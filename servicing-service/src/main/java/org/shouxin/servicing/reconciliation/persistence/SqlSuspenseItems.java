package org.shouxin.servicing.reconciliation.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.reconciliation.SuspenseItems;

/**
 * Items are transfers without a loan and breaks that were posted to suspense; both are only read.
 */
@ApplicationScoped
public class SqlSuspenseItems implements SuspenseItems {

  private static final String ITEMS =
      """
      select i.id, i.bank_reference, i.amount_minor, i.currency, i.received_on, i.purpose
      from (
        select t.payment_id as id, t.bank_reference, t.amount_minor, t.currency,
          t.business_date as received_on, l.purpose
        from incoming_transfer t
        left join bank_statement_line l on l.bank_reference = t.bank_reference
        where t.loan_id is null
        union all
        select b.id, b.bank_reference, b.bank_minor - b.books_minor, b.currency,
          g.business_date, l.purpose
        from statement_break b
        join posting_group g on g.id = b.posting_group_id
        join bank_statement_line l on l.bank_reference = b.bank_reference
        where b.state = 'POSTED' and b.kind in ('MISSING_IN_BOOKS', 'DOUBLED')
          and b.bank_minor > b.books_minor
      ) i""";
  private static final String PAGE =
      ITEMS
          + """
           where i.id > :after
            and not exists (select 1 from suspense_decision d where d.item_id = i.id)
          order by i.id limit :limit""";
  private static final String FIND = ITEMS + " where i.id = :id";
  private static final String DECIDE =
      """
      insert into suspense_decision (item_id, kind, amount_minor, loan_id, bank_reference, note,
        decided_by, decided_on, decided_at)
      values (:item, :kind, :amount, cast(:loan as uuid), :reference, :note, :by, :day, :now)
      on conflict do nothing""";

  private final UnitOfWork work;
  private final Clock clock;

  SqlSuspenseItems(UnitOfWork work, Clock clock) {
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Uni<List<SuspenseItem>> page(UUID after, int limit) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(PAGE, Object[].class)
                    .setParameter("after", after)
                    .setParameter("limit", limit)
                    .getResultList())
        .map(rows -> rows.stream().map(SqlSuspenseItems::read).toList());
  }

  @Override
  public Uni<Optional<SuspenseItem>> find(UUID itemId) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(FIND, Object[].class)
                    .setParameter("id", itemId)
                    .getSingleResultOrNull())
        .map(row -> Optional.ofNullable(row).map(SqlSuspenseItems::read));
  }

  @Override
  public Uni<Boolean> decide(SuspenseItem item, Decided decided, LocalDate day) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(DECIDE)
                    .setParameter("item", item.itemId())
                    .setParameter("kind", decided.decision().name())
                    .setParameter("amount", item.amount().minor())
                    .setParameter(
                        "loan", decided.loanId() == null ? null : decided.loanId().toString())
                    .setParameter("reference", decided.bankReference())
                    .setParameter("note", decided.note())
                    .setParameter("by", decided.by())
                    .setParameter("day", day)
                    .setParameter("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .executeUpdate())
        .map(added -> added == 1);
  }

  private static SuspenseItem read(Object[] row) {
    return new SuspenseItem(
        (UUID) row[0],
        (String) row[1],
        Money.ofMinor(((Number) row[2]).longValue(), (String) row[3]),
        (LocalDate) row[4],
        (String) row[5]);
  }
}
