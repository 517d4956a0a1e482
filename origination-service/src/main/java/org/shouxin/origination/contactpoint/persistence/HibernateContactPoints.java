package org.shouxin.origination.contactpoint.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.origination.contactpoint.ContactPoints;
import org.shouxin.origination.contactpoint.model.Channel;
import org.shouxin.origination.contactpoint.model.ContactDisclosure;
import org.shouxin.origination.contactpoint.model.ContactPoint;
import org.shouxin.origination.contactpoint.model.PhoneChange;

/** Contact points in the service's own database. */
@ApplicationScoped
class HibernateContactPoints implements ContactPoints {

  private static final int POINTS_MAX = 20;

  private final UnitOfWork unitOfWork;

  HibernateContactPoints(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Uni<Void> add(ContactPoint point) {
    return unitOfWork.session().chain(session -> session.persist(point));
  }

  @Override
  public Uni<ContactPoint> current(UUID borrowerId, Channel.Kind kind) {
    return unitOfWork
        .session()
        .chain(
            session ->
                session
                    .createQuery(
                        "from ContactPoint p where p.borrowerId = :borrower and p.kind = :kind"
                            + " and p.replacedAt is null",
                        ContactPoint.class)
                    .setParameter("borrower", borrowerId)
                    .setParameter("kind", kind)
                    .getSingleResultOrNull());
  }

  @Override
  public Uni<List<ContactPoint>> current(UUID borrowerId) {
    return unitOfWork
        .session()
        .chain(
            session ->
                session
                    .createQuery(
                        "from ContactPoint p where p.borrowerId = :borrower"
                            + " and p.replacedAt is null order by p.id",
                        ContactPoint.class)
                    .setParameter("borrower", borrowerId)
                    .setMaxResults(POINTS_MAX)
                    .getResultList());
  }

  @Override
  public Uni<Void> lock(String tag) {
    return unitOfWork
        .session()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                    .setParameter(1, "phone:" + tag)
                    .getSingleResult())
        .replaceWithVoid();
  }

  @Override
  public Uni<Boolean> isHeldByAnother(String tag, String personTag) {
    return unitOfWork
        .session()
        .chain(
            session ->
                session
                    .createQuery(
                        "select count(p) from ContactPoint p where p.tag = :tag"
                            + " and p.kind = :kind and p.personTag <> :person"
                            + " and p.replacedAt is null and p.provenAt is not null"
                            + " and p.status <> org.shouxin.origination.contactpoint.model"
                            + ".NumberStatus.RECYCLED",
                        Long.class)
                    .setParameter("tag", tag)
                    .setParameter("kind", Channel.Kind.PHONE)
                    .setParameter("person", personTag)
                    .getSingleResult())
        .map(count -> count > 0);
  }

  @Override
  public Uni<Void> erase(UUID borrowerId, Instant at) {
    return unitOfWork
        .session()
        .chain(
            session ->
                session
                    .createMutationQuery(
                        "update versioned ContactPoint p set p.sealed = '', p.tag = '',"
                            + " p.personTag = '', p.replacedAt = coalesce(p.replacedAt, :at)"
                            + " where p.borrowerId = :borrower")
                    .setParameter("at", at)
                    .setParameter("borrower", borrowerId)
                    .executeUpdate()
                    .chain(
                        () ->
                            session
                                .createMutationQuery(
                                    "delete from PhoneChange c where c.borrowerId = :borrower")
                                .setParameter("borrower", borrowerId)
                                .executeUpdate()))
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> record(ContactDisclosure disclosure) {
    return unitOfWork.session().chain(session -> session.persist(disclosure));
  }

  @Override
  public Uni<Void> add(PhoneChange change) {
    return unitOfWork.session().chain(session -> session.persist(change));
  }

  @Override
  public Uni<PhoneChange> phoneChange(UUID id) {
    return unitOfWork.session().chain(session -> session.find(PhoneChange.class, id));
  }
}
