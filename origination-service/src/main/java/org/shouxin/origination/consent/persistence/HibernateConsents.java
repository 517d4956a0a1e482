package org.shouxin.origination.consent.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.origination.consent.ConsentWish;
import org.shouxin.origination.consent.Consents;
import org.shouxin.origination.consent.GivenConsent;
import org.shouxin.origination.consent.Purpose;
import org.shouxin.origination.consent.model.Consent;

/** The ledger of consents in the service's own database. */
@ApplicationScoped
class HibernateConsents implements Consents {

  private final UnitOfWork unitOfWork;
  private final Ids ids;

  HibernateConsents(UnitOfWork unitOfWork, Ids ids) {
    this.unitOfWork = unitOfWork;
    this.ids = ids;
  }

  @Override
  public Uni<GivenConsent> record(UUID borrowerId, ConsentWish wish, Instant at) {
    Consent row =
        new Consent(
            ids.next(), borrowerId, wish.purpose().name(), wish.granted(), wish.textVersion(), at);
    return unitOfWork.session().chain(s -> s.persist(row)).replaceWith(() -> given(row));
  }

  @Override
  public Uni<List<GivenConsent>> standing(UUID borrowerId) {
    // Ids grow with time, so the greatest id of a purpose is its latest word.
    return unitOfWork
        .session()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "select distinct on (purpose) * from consent where borrower_id = ?1"
                            + " order by purpose, id desc",
                        Consent.class)
                    .setParameter(1, borrowerId)
                    .getResultList())
        .map(rows -> rows.stream().map(HibernateConsents::given).toList());
  }

  private static GivenConsent given(Consent row) {
    return new GivenConsent(
        row.id(), Purpose.valueOf(row.purpose()), row.granted(), row.textVersion(), row.at());
  }
}
