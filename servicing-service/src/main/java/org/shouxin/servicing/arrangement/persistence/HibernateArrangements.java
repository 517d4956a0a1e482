package org.shouxin.servicing.arrangement.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.arrangement.Arrangements;
import org.shouxin.servicing.arrangement.model.Arrangement;
import org.shouxin.servicing.arrangement.model.Arrangement.State;
import org.shouxin.servicing.arrangement.model.ArrangementPolicy;
import org.shouxin.servicing.arrangement.model.ArrangementPolicy.Limits;
import org.shouxin.servicing.arrangement.model.Treatment;
import org.shouxin.servicing.arrangement.model.Wish.Kind;
import org.shouxin.servicing.arrangement.model.Wish.Reason;

@ApplicationScoped
public class HibernateArrangements implements Arrangements {

  private static final String GRANTED_SINCE =
      """
      select count(*) from arrangement
      where loan_id = :loan and kind = :kind and state = 'ACCEPTED' and decided_on > :day""";

  private static final String PAGE =
      """
      select * from arrangement
      where (cast(:loan as uuid) is null or loan_id = cast(:loan as uuid))
        and (cast(:state as text) is null or state = cast(:state as text))
        and (cast(:before as uuid) is null or id < cast(:before as uuid))
      order by id desc limit :limit""";

  private static final String UNANSWERED =
      """
      select a.id, l.borrower_id from arrangement a join loan l on l.id = a.loan_id
      where a.state = 'REQUESTED' and a.quote_until < :day
      order by a.id limit :limit for update of a skip locked""";

  private static final String POLICY =
      """
      select auto_months_max, auto_stage_max, auto_per_year_max, auto_treatments,
        months_max, stage_max, per_year_max, treatments, needs_evidence, watched, quote_days
      from arrangement_policy
      where kind = :kind and reason in (:reason, 'ANY')
        and valid_from <= :day and (valid_to is null or valid_to > :day)
      order by reason = 'ANY', valid_from desc limit 1""";

  private final UnitOfWork work;

  HibernateArrangements(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<Void> add(Arrangement arrangement) {
    return work.session().chain(s -> s.persist(arrangement));
  }

  @Override
  public Uni<Optional<Arrangement>> find(UUID id) {
    return work.session().chain(s -> s.find(Arrangement.class, id)).map(Optional::ofNullable);
  }

  @Override
  public Uni<Optional<Arrangement>> locked(UUID id) {
    return work.session()
        .chain(s -> s.find(Arrangement.class, id, LockModeType.PESSIMISTIC_WRITE))
        .map(Optional::ofNullable);
  }

  @Override
  public Uni<Long> grantedSince(UUID loanId, Kind kind, LocalDate day) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(GRANTED_SINCE, Long.class)
                    .setParameter("loan", loanId)
                    .setParameter("kind", kind.name())
                    .setParameter("day", day)
                    .getSingleResult());
  }

  @Override
  public Uni<List<Arrangement>> page(UUID loanId, State state, UUID before, int limit) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(PAGE, Arrangement.class)
                    .setParameter("loan", text(loanId))
                    .setParameter("state", text(state))
                    .setParameter("before", text(before))
                    .setParameter("limit", limit)
                    .getResultList());
  }

  @Override
  public Uni<List<Unanswered>> unanswered(LocalDate day, int limit) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(UNANSWERED, Object[].class)
                    .setParameter("day", day)
                    .setParameter("limit", limit)
                    .getResultList()
                    .chain(
                        rows ->
                            Multi.createFrom()
                                .iterable(rows)
                                .onItem()
                                .transformToUniAndConcatenate(
                                    row ->
                                        s.find(Arrangement.class, row[0])
                                            .map(one -> new Unanswered(one, (UUID) row[1])))
                                .collect()
                                .asList()));
  }

  @Override
  public Uni<Optional<ArrangementPolicy>> policy(Kind kind, Reason reason, LocalDate day) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(POLICY, Object[].class)
                    .setParameter("kind", kind.name())
                    .setParameter("reason", reason.name())
                    .setParameter("day", day)
                    .getSingleResultOrNull())
        .map(row -> Optional.ofNullable(row).map(HibernateArrangements::policy));
  }

  private static ArrangementPolicy policy(Object[] row) {
    return new ArrangementPolicy(
        limits(row, 0), limits(row, 4), (Boolean) row[8], (Boolean) row[9], number(row[10]));
  }

  private static Limits limits(Object[] row, int at) {
    return new Limits(
        number(row[at]), (String) row[at + 1], number(row[at + 2]), treatments(row[at + 3]));
  }

  private static Set<Treatment> treatments(Object names) {
    return Arrays.stream(((String) names).split(","))
        .filter(name -> !name.isEmpty())
        .map(Treatment::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static int number(Object value) {
    return ((Number) value).intValue();
  }

  private static String text(Object valueOrNull) {
    return valueOrNull == null ? null : valueOrNull.toString();
  }
}
