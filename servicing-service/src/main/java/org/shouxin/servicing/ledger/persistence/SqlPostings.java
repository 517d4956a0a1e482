package org.shouxin.servicing.ledger.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.ledger.PostingGroup;
import org.shouxin.servicing.ledger.Postings;
import org.shouxin.servicing.ledger.TrialBalance;

@ApplicationScoped
public class SqlPostings implements Postings {

  private static final String BALANCES =
      """
      select a.code, a.kind, a.name_zh, a.name_en, coalesce(sum(p.amount_minor), 0),
        coalesce(p.currency, 'CNY')
      from account a
      left join posted p on p.account_code = a.code and p.business_date <= :day
      group by a.code, p.currency order by a.code""";

  /** All of a day that was closed at the moment had been recorded by then. */
  private static final String BALANCES_RECORDED =
      """
      with closed as (
        select max(d.day) as day from business_day d
        where d.closed_at <= :recorded and d.day <= (select max(s.day) from account_day s))
      select a.code, a.kind, a.name_zh, a.name_en, coalesce(sum(p.amount_minor), 0),
        coalesce(p.currency, 'CNY')
      from account a
      left join (
        select s.account_code, s.amount_minor, s.currency from account_day s
        where s.day <= :day and s.day <= (select day from closed)
        union all
        select p.account_code, p.amount_minor, p.currency
        from posting_group g join posting p on p.group_id = g.id
        where g.business_date <= :day and g.recorded_at <= :recorded
          and g.business_date > (select coalesce(day, '-infinity') from closed)
      ) p on p.account_code = a.code
      group by a.code, p.currency order by a.code""";

  private static final String SUM_DAYS =
      """
      insert into account_day (day, account_code, currency, amount_minor)
      select business_date, account_code, currency, sum(amount_minor)
      from posting
      where business_date > (select coalesce(max(day), '-infinity') from account_day)
        and business_date < $1
      group by business_date, account_code, currency
      on conflict do nothing""";

  private final UnitOfWork work;
  private final Clock clock;

  SqlPostings(UnitOfWork work, Clock clock) {
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Uni<Void> add(UUID groupId, PostingGroup group, UUID logLeafId) {
    return Uni.createFrom()
        .item(
            () -> {
              work.collected(SqlPostings.class, PostingRows::new)
                  .add(groupId, group, logLeafId, clock.instant());
              return null;
            });
  }

  @Override
  public Uni<Void> sumDaysBefore(LocalDate open) {
    return work.change(SUM_DAYS, open).replaceWithVoid();
  }

  @Override
  public Uni<List<TrialBalance.Line>> balances(LocalDate asOf, Instant recordedUntilOrNull) {
    return work.session()
        .chain(
            s -> {
              var query =
                  recordedUntilOrNull == null
                      ? s.createNativeQuery(BALANCES, Object[].class)
                      : s.createNativeQuery(BALANCES_RECORDED, Object[].class)
                          .setParameter("recorded", recordedUntilOrNull.atOffset(ZoneOffset.UTC));
              return query.setParameter("day", asOf).getResultList();
            })
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new TrialBalance.Line(
                                (String) row[0],
                                (String) row[1],
                                (String) row[2],
                                (String) row[3],
                                Money.ofMinor(((Number) row[4]).longValue(), (String) row[5])))
                    .toList());
  }
}
