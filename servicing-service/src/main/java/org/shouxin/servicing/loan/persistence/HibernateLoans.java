package org.shouxin.servicing.loan.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.loan.LoanFilter;
import org.shouxin.servicing.loan.LoanSnapshot;
import org.shouxin.servicing.loan.Loans;
import org.shouxin.servicing.loan.model.Loan;
import org.shouxin.servicing.loan.model.LoanState;

@ApplicationScoped
public class HibernateLoans implements Loans {

  private static final String SNAPSHOT =
      """
      select version, borrower_id, borrower_subject, agreement, preferred_channel, currency, state
      from loan where id = :id""";
  private static final String LOCKED_SNAPSHOT = SNAPSHOT.replace(":id", "$1") + " for update";
  private static final String PAGE =
      """
      select id from loan
      where (cast(:borrower as uuid) is null or borrower_id = cast(:borrower as uuid))
        and (cast(:subject as text) is null or borrower_subject = cast(:subject as text))
        and (cast(:before as uuid) is null or id < cast(:before as uuid))
      order by id desc limit :limit""";
  private static final String PAGE_WITH_INSTALMENTS =
      "select l from Loan l left join fetch l.instalments where l.id in (:ids) order by l.id desc";

  private final UnitOfWork work;

  HibernateLoans(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<Void> add(Loan loan) {
    return work.session().chain(s -> s.persist(loan).chain(s::flush));
  }

  @Override
  public Uni<Optional<Loan>> find(UUID id) {
    return work.session().chain(s -> whole(s, s.find(Loan.class, id)));
  }

  @Override
  public Uni<Optional<LoanSnapshot>> snapshot(UUID id) {
    return snapshot(id, SNAPSHOT);
  }

  @Override
  public Uni<Optional<LoanSnapshot>> lockedSnapshot(UUID id) {
    return work.rows(LOCKED_SNAPSHOT, id)
        .map(rows -> rows.stream().findFirst().map(row -> snapshot(id, row)));
  }

  @Override
  public Uni<Optional<Loan>> locked(UUID id) {
    return work.session()
        .chain(s -> whole(s, s.find(Loan.class, id, LockModeType.PESSIMISTIC_WRITE)));
  }

  @Override
  public Uni<List<Loan>> page(LoanFilter filter, UUID before, int limit) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(PAGE, UUID.class)
                    .setParameter("borrower", text(filter.borrowerId()))
                    .setParameter("subject", filter.borrowerSubject())
                    .setParameter("before", text(before))
                    .setParameter("limit", limit)
                    .getResultList()
                    .chain(ids -> loans(s, PAGE_WITH_INSTALMENTS, ids)));
  }

  private Uni<Optional<LoanSnapshot>> snapshot(UUID id, String query) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(query, Object[].class)
                    .setParameter("id", id)
                    .getSingleResultOrNull())
        .map(row -> Optional.ofNullable(row).map(found -> snapshot(id, found)));
  }

  private static LoanSnapshot snapshot(UUID id, Object[] row) {
    LoanState state = LoanState.valueOf((String) row[6]);
    return new LoanSnapshot(
        id,
        ((Number) row[0]).longValue(),
        (UUID) row[1],
        (String) row[2],
        (String) row[3],
        (String) row[4],
        (String) row[5],
        state == LoanState.ACTIVE,
        state == LoanState.ACTIVE || state == LoanState.CLOSED || state == LoanState.WRITTEN_OFF);
  }

  private static Uni<List<Loan>> loans(Mutiny.Session session, String query, List<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : session.createSelectionQuery(query, Loan.class).setParameter("ids", ids).getResultList();
  }

  private static Uni<Optional<Loan>> whole(Mutiny.Session session, Uni<Loan> found) {
    return found.chain(
        loan ->
            loan == null
                ? Uni.createFrom().item(Optional.empty())
                : session.fetch(loan.instalments()).replaceWith(Optional.of(loan)));
  }

  private static String text(UUID id) {
    return id == null ? null : id.toString();
  }
}
