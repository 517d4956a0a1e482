package org.shouxin.servicing.payment.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.hibernate.reactive.mutiny.Mutiny;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.payment.BankOrders;
import org.shouxin.servicing.payment.model.BankOrder;
import org.shouxin.servicing.payment.model.BankOrder.Wanted;

@ApplicationScoped
public class HibernateBankOrders implements BankOrders {

  private static final String OPEN_OF_LOANS =
      """
      select loan_id from bank_order
      where loan_id in (:loans) and kind = 'DEBIT' and state in ('CREATED', 'SENT')""";
  private static final String ADD_ALL =
      """
      insert into bank_order (id, kind, cause, loan_id, agreement, amount_minor, currency,
        business_date, state, settled_minor, attempts, next_attempt_at, created_at)
      select w.id, w.kind, w.cause, w.loan, w.agreement, w.amount, w.currency,
        $8, 'CREATED', 0, 0, $9, $9
      from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::bigint[],
          $7::text[]) as w (id, kind, cause, loan, agreement, amount, currency)
      on conflict (loan_id) where kind = 'DEBIT' and state in ('CREATED', 'SENT') do nothing""";
  private static final String OPEN_OF_DAY =
      """
      select count(*) from bank_order
      where kind = 'DEBIT' and state in ('CREATED', 'SENT') and business_date <= :day""";
  private static final String CLAIM =
      """
      update bank_order set state = 'SENT', attempts = attempts + 1, next_attempt_at = :lease
      where id in (
        select id from bank_order
        where state in ('CREATED', 'SENT') and next_attempt_at <= :now
          and business_date <= (select day from business_day where state <> 'CLOSED')
        order by next_attempt_at limit :limit for update skip locked)
      returning id""";
  private static final String BY_IDS = "select o from BankOrder o where o.id in (:ids)";
  private static final String ADD_BREAK =
      """
      insert into bank_break
        (id, order_id, source, expected_minor, told_minor, currency, found_on, found_at)
      select :id, :order, :source, :expected, :told, :currency, day, :now
      from business_day where state <> 'CLOSED'
      on conflict do nothing""";

  private final UnitOfWork work;
  private final Ids ids;
  private final Clock clock;

  HibernateBankOrders(UnitOfWork work, Ids ids, Clock clock) {
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Uni<Void> add(BankOrder order) {
    return work.session().chain(s -> s.persist(order));
  }

  @Override
  public Uni<Optional<BankOrder>> find(UUID id) {
    return work.session().chain(s -> s.find(BankOrder.class, id)).map(Optional::ofNullable);
  }

  @Override
  public Uni<Optional<BankOrder>> locked(UUID id) {
    return work.session()
        .chain(s -> s.find(BankOrder.class, id, LockModeType.PESSIMISTIC_WRITE))
        .map(Optional::ofNullable);
  }

  @Override
  public Uni<Set<UUID>> withOpenDebit(Collection<UUID> loanIds) {
    return loanIds.isEmpty()
        ? Uni.createFrom().item(Set.of())
        : work.session()
            .chain(
                s ->
                    s.createNativeQuery(OPEN_OF_LOANS, UUID.class)
                        .setParameter("loans", loanIds)
                        .getResultList())
            .map(Set::copyOf);
  }

  @Override
  public Uni<Void> addAll(LocalDate day, List<Wanted> wanted) {
    return work.change(
            ADD_ALL,
            column(wanted, UUID[]::new, w -> ids.next()),
            column(wanted, String[]::new, w -> w.kind().name()),
            column(wanted, String[]::new, w -> w.cause().name()),
            column(wanted, UUID[]::new, Wanted::loanId),
            column(wanted, String[]::new, Wanted::agreement),
            column(wanted, Long[]::new, w -> w.amount().minor()),
            column(wanted, String[]::new, w -> w.amount().currency().getCurrencyCode()),
            day,
            utc(clock.instant()))
        .replaceWithVoid();
  }

  private static <T> T[] column(
      List<Wanted> wanted, IntFunction<T[]> array, Function<Wanted, T> value) {
    return wanted.stream().map(value).toArray(array);
  }

  @Override
  public Uni<Long> openDebits(LocalDate day) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(OPEN_OF_DAY, Long.class)
                    .setParameter("day", day)
                    .getSingleResult());
  }

  @Override
  public Uni<List<Claimed>> claim(int limit, Instant now, Instant leaseUntil) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(CLAIM, UUID.class)
                    .setParameter("lease", utc(leaseUntil))
                    .setParameter("now", utc(now))
                    .setParameter("limit", limit)
                    .getResultList()
                    .chain(claimed -> claimed(s, claimed)));
  }

  @Override
  public Uni<Void> addBreak(BankOrder order, String source, long expectedMinor, long toldMinor) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(ADD_BREAK)
                    .setParameter("id", ids.next())
                    .setParameter("order", order.id())
                    .setParameter("source", source)
                    .setParameter("expected", expectedMinor)
                    .setParameter("told", toldMinor)
                    .setParameter("currency", order.amount().currency().getCurrencyCode())
                    .setParameter("now", utc(clock.instant()))
                    .executeUpdate())
        .replaceWithVoid();
  }

  private static Uni<List<Claimed>> claimed(Mutiny.Session session, List<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : session
            .createSelectionQuery(BY_IDS, BankOrder.class)
            .setParameter("ids", ids)
            .getResultList()
            .map(orders -> orders.stream().map(o -> new Claimed(o, o.attempts())).toList());
  }

  private static OffsetDateTime utc(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
