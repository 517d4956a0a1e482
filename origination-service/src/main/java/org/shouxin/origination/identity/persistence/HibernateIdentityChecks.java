package org.shouxin.origination.identity.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.origination.identity.CheckResult;
import org.shouxin.origination.identity.IdentityChecks;
import org.shouxin.origination.identity.model.IdentityCheck;

/** Identity checks in the service's own database. */
@ApplicationScoped
class HibernateIdentityChecks implements IdentityChecks {

  private static final int KINDS_MAX = 16;

  private final UnitOfWork unitOfWork;
  private final Ids ids;

  HibernateIdentityChecks(UnitOfWork unitOfWork, Ids ids) {
    this.unitOfWork = unitOfWork;
    this.ids = ids;
  }

  @Override
  public Uni<Void> record(UUID borrowerId, List<CheckResult> results) {
    Object[] rows =
        results.stream()
            .map(
                r ->
                    new IdentityCheck(
                        ids.next(),
                        borrowerId,
                        r.kind(),
                        r.outcome(),
                        r.answer(),
                        r.provider(),
                        r.serial(),
                        r.checkedAt()))
            .toArray();
    return unitOfWork.session().chain(session -> session.persistAll(rows));
  }

  @Override
  public Uni<List<CheckResult>> latest(UUID borrowerId) {
    return unitOfWork
        .session()
        .chain(
            session ->
                session
                    .createQuery(
                        "from IdentityCheck c where c.borrowerId = :borrower and c.checkedAt ="
                            + " (select max(d.checkedAt) from IdentityCheck d"
                            + " where d.borrowerId = :borrower and d.kind = c.kind)"
                            + " order by c.kind",
                        IdentityCheck.class)
                    .setParameter("borrower", borrowerId)
                    .setMaxResults(KINDS_MAX)
                    .getResultList())
        .map(rows -> rows.stream().map(HibernateIdentityChecks::result).toList());
  }

  private static CheckResult result(IdentityCheck row) {
    return new CheckResult(
        row.kind(), row.outcome(), row.answer(), row.provider(), row.serial(), row.checkedAt());
  }
}
