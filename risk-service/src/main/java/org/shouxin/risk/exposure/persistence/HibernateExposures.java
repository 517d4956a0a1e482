package org.shouxin.risk.exposure.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.risk.exposure.Exposures;
import org.shouxin.risk.exposure.model.LoanExposure;

@ApplicationScoped
class HibernateExposures implements Exposures {

  private static final String OUTSTANDING =
      """
      select coalesce(sum(e.outstandingMinor), 0) from LoanExposure e
      where e.borrowerId = :borrower and e.currency = :currency and e.state <> :closed""";

  private final UnitOfWork work;

  HibernateExposures(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<LoanExposure> find(UUID loanId) {
    return work.session().chain(session -> session.find(LoanExposure.class, loanId));
  }

  @Override
  public Uni<Void> add(LoanExposure exposure) {
    return work.session().chain(session -> session.persist(exposure).call(session::flush));
  }

  @Override
  public Uni<Money> outstanding(UUID borrowerId, String currency) {
    return work.session()
        .chain(
            session ->
                session
                    .createQuery(OUTSTANDING, Long.class)
                    .setParameter("borrower", borrowerId)
                    .setParameter("currency", currency)
                    .setParameter("closed", LoanExposure.State.CLOSED)
                    .getSingleResult())
        .map(minor -> Money.ofMinor(minor, currency));
  }
}
