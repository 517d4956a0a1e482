package org.shouxin.servicing.line.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.line.Lines;
import org.shouxin.servicing.line.model.CreditLine;
import org.shouxin.servicing.line.model.Disclosure;
import org.shouxin.servicing.line.model.Holder;
import org.shouxin.servicing.line.model.Room;

@ApplicationScoped
public class HibernateLines implements Lines {

  /** All lines of the borrower, in one order for everybody, so that two draws never deadlock. */
  private static final String LOCK =
      """
      select id from credit_line
      where borrower_id = (select borrower_id from credit_line where id = :id)
      order by id for update""";

  private static final String PAGE =
      """
      select * from credit_line
      where (cast(:borrower as uuid) is null or borrower_id = cast(:borrower as uuid))
        and (cast(:subject as text) is null or borrower_subject = cast(:subject as text))
        and (cast(:before as uuid) is null or id < cast(:before as uuid))
      order by id desc limit :limit""";

  private static final String OPEN =
      """
      select exists (select 1 from credit_line
        where borrower_id = :borrower and product_code = :product and state = 'OPEN')""";

  private static final String OPEN_IDS =
      "select id from credit_line where borrower_id = :borrower and state = 'OPEN' order by id";

  private static final String TURNING =
      """
      select c.id from credit_line c
      where c.state = 'OPEN' and (c.frozen_by is not null or c.expires_on < :day or exists (
        select 1 from loan l where l.borrower_id = c.borrower_id
          and (l.state = 'WRITTEN_OFF' or days_past_due(
            l.oldest_due_date, l.past_due_pauses, :day) > l.grace_days)))
      order by c.frozen_by is not null, c.id limit :limit""";

  private static final String USE =
      """
      with owing as (
        select d.line_id, l.state = 'WRITTEN_OFF' or exists (
            select 1 from instalment i
            where i.loan_id = l.id and i.replaced_on is null
              and days_past_due(i.due_date, l.past_due_pauses, :day) > l.grace_days
              and i.principal_paid_minor + i.interest_paid_minor + i.fees_paid_minor
                < i.principal_minor + i.interest_minor + i.fees_minor) as late,
          case when l.state in ('CONTRACTED', 'PAYING_OUT') then l.principal_minor
            else (select coalesce(sum(i.principal_minor - i.principal_paid_minor
                - case when i.due_date > :day then i.capitalised_minor else 0 end), 0)
              from instalment i where i.loan_id = l.id and i.replaced_on is null) end as owed
        from loan l left join line_draw d on d.loan_id = l.id
        where l.borrower_id = :borrower
          and l.state in ('CONTRACTED', 'PAYING_OUT', 'ACTIVE', 'WRITTEN_OFF'))
      select coalesce(sum(owed) filter (where line_id = :line), 0), coalesce(sum(owed), 0),
        coalesce(bool_or(late), false),
        (select limit_minor from borrower_limit where borrower_id = :borrower)
      from owing""";

  private static final String HOLDER =
      """
      select borrower_subject, application_id, agreement, preferred_channel from loan
      where borrower_id = :borrower order by id desc limit 1""";

  private static final String DRAW =
      """
      insert into line_draw (loan_id, line_id, disclosure_id, drawn_on, log_leaf_id, confirmed_at)
      values (:loan, :line, :disclosure, :day, :leaf, :at) on conflict do nothing""";

  private static final String DRAWS =
      """
      select loan_id, line_id, disclosure_id, drawn_on, log_leaf_id, confirmed_at from line_draw
      where line_id = :line and (cast(:before as uuid) is null or loan_id < cast(:before as uuid))
      order by loan_id desc limit :limit""";

  private static final String LIMIT =
      """
      insert into borrower_limit (borrower_id, limit_minor, currency, reason, told_at)
      values (:borrower, :limit, :currency, :reason, :at)
      on conflict (borrower_id) do update set limit_minor = excluded.limit_minor,
        currency = excluded.currency, reason = excluded.reason, told_at = excluded.told_at""";

  private final UnitOfWork work;

  HibernateLines(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<Void> add(CreditLine line) {
    return work.session().chain(s -> s.persist(line).chain(s::flush));
  }

  @Override
  public Uni<Optional<CreditLine>> find(UUID id) {
    return work.session().chain(s -> s.find(CreditLine.class, id)).map(Optional::ofNullable);
  }

  @Override
  public Uni<Optional<CreditLine>> locked(UUID id) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(LOCK, UUID.class)
                    .setParameter("id", id)
                    .getResultList()
                    .chain(() -> s.find(CreditLine.class, id)))
        .map(Optional::ofNullable);
  }

  @Override
  public Uni<Boolean> hasOpen(UUID borrowerId, String productCode) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(OPEN, Boolean.class)
                    .setParameter("borrower", borrowerId)
                    .setParameter("product", productCode)
                    .getSingleResult());
  }

  @Override
  public Uni<List<CreditLine>> page(
      UUID borrowerId, String borrowerSubject, UUID before, int limit) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(PAGE, CreditLine.class)
                    .setParameter("borrower", text(borrowerId))
                    .setParameter("subject", borrowerSubject)
                    .setParameter("before", text(before))
                    .setParameter("limit", limit)
                    .getResultList());
  }

  @Override
  public Uni<List<UUID>> open(UUID borrowerId) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(OPEN_IDS, UUID.class)
                    .setParameter("borrower", borrowerId)
                    .getResultList());
  }

  @Override
  public Uni<List<UUID>> turning(LocalDate day, int limit) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(TURNING, UUID.class)
                    .setParameter("day", day)
                    .setParameter("limit", limit)
                    .getResultList());
  }

  @Override
  public Uni<Room.Use> use(CreditLine line, LocalDate day) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(USE, Object[].class)
                    .setParameter("line", line.id())
                    .setParameter("borrower", line.holder().borrowerId())
                    .setParameter("day", day)
                    .getSingleResult())
        .map(
            row ->
                new Room.Use(
                    minor(row[0]),
                    minor(row[1]),
                    row[3] == null ? null : minor(row[3]),
                    (Boolean) row[2]));
  }

  @Override
  public Uni<Optional<Holder>> knownHolder(UUID borrowerId) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(HOLDER, Object[].class)
                    .setParameter("borrower", borrowerId)
                    .getSingleResultOrNull())
        .map(
            row ->
                row == null
                    ? Optional.empty()
                    : Optional.of(
                        new Holder(
                            borrowerId,
                            (String) row[0],
                            (UUID) row[1],
                            (String) row[2],
                            (String) row[3])));
  }

  @Override
  public Uni<Void> add(Disclosure disclosure) {
    return work.session().chain(s -> s.persist(disclosure));
  }

  @Override
  public Uni<Optional<Disclosure>> disclosure(UUID id) {
    return work.session().chain(s -> s.find(Disclosure.class, id)).map(Optional::ofNullable);
  }

  @Override
  public Uni<Boolean> add(Draw draw) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(DRAW)
                    .setParameter("loan", draw.loanId())
                    .setParameter("line", draw.lineId())
                    .setParameter("disclosure", draw.disclosureId())
                    .setParameter("day", draw.drawnOn())
                    .setParameter("leaf", draw.logLeafId())
                    .setParameter("at", utc(draw.confirmedAt()))
                    .executeUpdate())
        .map(rows -> rows == 1);
  }

  @Override
  public Uni<List<Draw>> draws(UUID lineId, UUID before, int limit) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(DRAWS, Object[].class)
                    .setParameter("line", lineId)
                    .setParameter("before", text(before))
                    .setParameter("limit", limit)
                    .getResultList())
        .map(rows -> rows.stream().map(HibernateLines::draw).toList());
  }

  @Override
  public Uni<Void> limit(UUID borrowerId, Money limit, String reason, Instant toldAt) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(LIMIT)
                    .setParameter("borrower", borrowerId)
                    .setParameter("limit", limit.minor())
                    .setParameter("currency", limit.currency().getCurrencyCode())
                    .setParameter("reason", reason)
                    .setParameter("at", utc(toldAt))
                    .executeUpdate())
        .replaceWithVoid();
  }

  private static Draw draw(Object[] row) {
    return new Draw(
        (UUID) row[0],
        (UUID) row[1],
        (UUID) row[2],
        (LocalDate) row[3],
        (UUID) row[4],
        ((OffsetDateTime) row[5]).toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static String text(UUID idOrNull) {
    return idOrNull == null ? null : idOrNull.toString();
  }

  private static long minor(Object number) {
    return ((Number) number).longValue();
  }
}
