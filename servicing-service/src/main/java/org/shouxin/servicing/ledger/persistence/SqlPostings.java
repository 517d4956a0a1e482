package org.shouxin.servicing.ledger.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.ledger.PostingGroup;
import org.shouxin.servicing.ledger.Postings;
import org.shouxin.servicing.ledger.TrialBalance;

@ApplicationScoped
public class SqlPostings implements Postings {

  private static final String ADD_GROUP =
      """
      with posted as (
        insert into posting_group (id, loan_id, business_date, reason, log_leaf_id, recorded_at)
        values (:id, cast(:loan as uuid), :day, :reason, :leaf, :now)
        returning id, loan_id, business_date)
      insert into posting (group_id, loan_id, business_date, currency, account_code, amount_minor)
      select id, loan_id, business_date, :currency, entry.account, entry.minor
      from posted, (values %s) as entry (account, minor)""";
  private static final String BALANCES =
      """
      select a.code, a.kind, a.name_zh, a.name_en, coalesce(sum(p.amount_minor), 0),
        coalesce(p.currency, 'CNY')
      from account a
      left join posting p on p.account_code = a.code and p.business_date <= :day
      group by a.code, p.currency order by a.code""";
  private static final String BALANCES_RECORDED =
      """
      select a.code, a.kind, a.name_zh, a.name_en, coalesce(sum(p.amount_minor), 0),
        coalesce(p.currency, 'CNY')
      from account a
      left join (
        select p.account_code, p.amount_minor, p.currency
        from posting_group g join posting p on p.group_id = g.id
        where g.business_date <= :day and g.recorded_at <= :recorded
      ) p on p.account_code = a.code
      group by a.code, p.currency order by a.code""";

  private final UnitOfWork work;
  private final Clock clock;

  SqlPostings(UnitOfWork work, Clock clock) {
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Uni<Void> add(UUID groupId, PostingGroup group, UUID logLeafId) {
    return work.session()
        .chain(session -> insert(session, groupId, group, logLeafId).executeUpdate())
        .replaceWithVoid();
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

  /** One statement for the group and its postings; the number of entries is part of its text. */
  private Mutiny.MutationQuery insert(
      Mutiny.Session session, UUID groupId, PostingGroup group, UUID logLeafId) {
    List<PostingGroup.Entry> entries = group.entries();
    String rows =
        IntStream.range(0, entries.size())
            .mapToObj(i -> "(cast(:a%d as text), cast(:m%d as bigint))".formatted(i, i))
            .collect(Collectors.joining(", "));
    Mutiny.MutationQuery insert =
        session
            .createNativeQuery(ADD_GROUP.formatted(rows))
            .setParameter("id", groupId)
            .setParameter("loan", loan(group))
            .setParameter("day", group.businessDate())
            .setParameter("reason", group.reason())
            .setParameter("leaf", logLeafId)
            .setParameter("currency", group.currency())
            .setParameter("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    for (int i = 0; i < entries.size(); i++) {
      insert.setParameter("a" + i, entries.get(i).account().code());
      insert.setParameter("m" + i, entries.get(i).minor());
    }
    return insert;
  }

  private static String loan(PostingGroup group) {
    return group.loanId() == null ? null : group.loanId().toString();
  }
}
