package org.shouxin.origination.stepup.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.origination.stepup.OneTimeCodes;
import org.shouxin.origination.stepup.model.OneTimeCode;

/** One-time codes in the service's own database. */
@ApplicationScoped
class HibernateOneTimeCodes implements OneTimeCodes {

  private final UnitOfWork unitOfWork;

  HibernateOneTimeCodes(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Uni<Void> add(OneTimeCode code) {
    return unitOfWork.session().chain(session -> session.persist(code));
  }

  @Override
  public Uni<OneTimeCode> latestForUpdate(String purpose, UUID subjectId) {
    return unitOfWork
        .session()
        .chain(
            session ->
                session
                    .createQuery(
                        "from OneTimeCode c where c.purpose = :purpose and c.subjectId = :subject"
                            + " order by c.sentAt desc, c.id desc",
                        OneTimeCode.class)
                    .setParameter("purpose", purpose)
                    .setParameter("subject", subjectId)
                    .setMaxResults(1)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getSingleResultOrNull());
  }

  @Override
  public Uni<Long> count(String purpose, UUID subjectId) {
    return unitOfWork
        .session()
        .chain(
            session ->
                session
                    .createQuery(
                        "select count(c) from OneTimeCode c"
                            + " where c.purpose = :purpose and c.subjectId = :subject",
                        Long.class)
                    .setParameter("purpose", purpose)
                    .setParameter("subject", subjectId)
                    .getSingleResult());
  }
}
