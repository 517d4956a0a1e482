package org.shouxin.origination.application.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.origination.application.Applications;
import org.shouxin.origination.application.model.ApplicationState;
import org.shouxin.origination.application.model.BorrowerLimit;
import org.shouxin.origination.application.model.LoanApplication;
import org.shouxin.origination.application.model.LoanState;

/** Applications in the service's own database. */
@ApplicationScoped
class HibernateApplications implements Applications {

  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final UUID AFTER_ALL = new UUID(-1, -1);
  private static final String FROM = "from LoanApplication a where ";

  private final UnitOfWork unitOfWork;

  HibernateApplications(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Uni<Void> add(LoanApplication application) {
    return unitOfWork.session().chain(session -> session.persist(application));
  }

  @Override
  public Uni<LoanApplication> byId(UUID id) {
    return unitOfWork.session().chain(session -> session.find(LoanApplication.class, id));
  }

  @Override
  public Uni<LoanApplication> byIdForUpdate(UUID id) {
    return unitOfWork
        .session()
        .chain(
            session ->
                session
                    .createQuery(FROM + "a.id = :id", LoanApplication.class)
                    .setParameter("id", id)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getSingleResultOrNull());
  }

  @Override
  public Uni<LoanApplication> byRequest(UUID borrowerId, String requestKey) {
    return select(
            "a.borrowerId = :borrower and a.requestKey = :key",
            q -> q.setParameter("borrower", borrowerId).setParameter("key", requestKey))
        .chain(SelectionQuery::getSingleResultOrNull);
  }

  @Override
  public Uni<LoanApplication> byLoan(UUID loanId) {
    return select("a.loanId = :loan", q -> q.setParameter("loan", loanId))
        .chain(SelectionQuery::getSingleResultOrNull);
  }

  @Override
  public Uni<Long> countOpen(UUID borrowerId) {
    return unitOfWork
        .session()
        .chain(
            session ->
                session
                    .createQuery(
                        "select count(a) from LoanApplication a"
                            + " where a.borrowerId = :borrower and a.state in :open",
                        Long.class)
                    .setParameter("borrower", borrowerId)
                    .setParameter("open", ApplicationState.open())
                    .getSingleResult());
  }

  @Override
  public Uni<Long> countLoans(UUID borrowerId) {
    return unitOfWork
        .session()
        .chain(
            session ->
                session
                    .createQuery(
                        "select count(a) from LoanApplication a"
                            + " where a.borrowerId = :borrower and a.loanId is not null",
                        Long.class)
                    .setParameter("borrower", borrowerId)
                    .getSingleResult());
  }

  @Override
  public Uni<Money> openPrincipal(String personTag, String currency) {
    return unitOfWork
        .session()
        .chain(
            session ->
                session
                    .createQuery(
                        "select coalesce(sum(a.approvedMinor), 0) from LoanApplication a"
                            + " where a.personTag = :person and a.asked.currency = :currency"
                            + " and a.loanState in :running",
                        Long.class)
                    .setParameter("person", personTag)
                    .setParameter("currency", currency)
                    .setParameter("running", List.of(LoanState.CONTRACTED, LoanState.DISBURSED))
                    .getSingleResult())
        .map(minor -> Money.ofMinor(minor, currency));
  }

  @Override
  public Uni<Void> lockPerson(String personTag) {
    return unitOfWork
        .session()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                    .setParameter(1, "person:" + personTag)
                    .getSingleResult())
        .replaceWithVoid();
  }

  @Override
  public Uni<List<LoanApplication>> inState(ApplicationState state, UUID after, int limit) {
    return select(
            "a.state = :state and a.id > :after order by a.id",
            q ->
                q.setParameter("state", state)
                    .setParameter("after", after == null ? BEFORE_ALL : after)
                    .setMaxResults(limit))
        .chain(SelectionQuery::getResultList);
  }

  @Override
  public Uni<List<LoanApplication>> ofBorrower(UUID borrowerId, UUID before, int limit) {
    return select(
            "a.borrowerId = :borrower and a.id < :before order by a.id desc",
            q ->
                q.setParameter("borrower", borrowerId)
                    .setParameter("before", before == null ? AFTER_ALL : before)
                    .setMaxResults(limit))
        .chain(SelectionQuery::getResultList);
  }

  @Override
  public Uni<List<UUID>> waiting(Instant since, int limit) {
    return unitOfWork
        .session()
        .chain(
            session ->
                session
                    .createQuery(
                        "select a.id from LoanApplication a"
                            + " where coalesce(a.decidedAt, a.submittedAt) < :since"
                            + " and (a.state in (:submitted, :approved) or a.state = :referred"
                            + " and a.assessmentId is null and a.appealedAt is null)"
                            + " order by a.id",
                        UUID.class)
                    .setParameter("since", since)
                    .setParameter("submitted", ApplicationState.SUBMITTED)
                    .setParameter("approved", ApplicationState.APPROVED)
                    .setParameter("referred", ApplicationState.REFERRED)
                    .setMaxResults(limit)
                    .getResultList());
  }

  @Override
  public Uni<List<UUID>> overdue(Instant now, int limit) {
    return unitOfWork
        .session()
        .chain(
            session ->
                session
                    .createQuery(
                        "select a.id from LoanApplication a"
                            + " where a.state in :offered and a.offerExpiresAt < :now"
                            + " order by a.id",
                        UUID.class)
                    .setParameter(
                        "offered", List.of(ApplicationState.OFFERED, ApplicationState.ACCEPTED))
                    .setParameter("now", now)
                    .setMaxResults(limit)
                    .getResultList());
  }

  @Override
  public Uni<BorrowerLimit> limit(UUID borrowerId) {
    return unitOfWork.session().chain(session -> session.find(BorrowerLimit.class, borrowerId));
  }

  @Override
  public Uni<Void> add(BorrowerLimit limit) {
    return unitOfWork.session().chain(session -> session.persist(limit));
  }

  private Uni<SelectionQuery<LoanApplication>> select(
      String where, UnaryOperator<SelectionQuery<LoanApplication>> filled) {
    return unitOfWork
        .session()
        .map(session -> filled.apply(session.createQuery(FROM + where, LoanApplication.class)));
  }
}
