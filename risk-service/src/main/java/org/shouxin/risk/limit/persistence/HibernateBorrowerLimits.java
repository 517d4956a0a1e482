package org.shouxin.risk.limit.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.risk.limit.BorrowerLimits;
import org.shouxin.risk.limit.model.BorrowerLimit;

@ApplicationScoped
class HibernateBorrowerLimits implements BorrowerLimits {

  /** Two events of one borrower on two topics may both be the first: neither must fail. */
  private static final String MAKE =
      """
      insert into borrower_limit (borrower_id, granted_minor, currency, cap_percent, restrictions)
      values (:borrower, 0, :currency, 100, '') on conflict do nothing""";

  private final UnitOfWork work;

  HibernateBorrowerLimits(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<BorrowerLimit> find(UUID borrowerId) {
    return work.session().chain(session -> session.find(BorrowerLimit.class, borrowerId));
  }

  @Override
  public Uni<BorrowerLimit> lock(UUID borrowerId, String currency) {
    return work.session()
        .chain(
            session ->
                session
                    .createNativeQuery(MAKE)
                    .setParameter("borrower", borrowerId)
                    .setParameter("currency", currency)
                    .executeUpdate()
                    .chain(
                        () ->
                            session.find(
                                BorrowerLimit.class, borrowerId, LockModeType.PESSIMISTIC_WRITE)));
  }
}
