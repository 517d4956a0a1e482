package org.shouxin.risk.scorecard.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.risk.scorecard.Scorecards;
import org.shouxin.risk.scorecard.model.CardActivation;
import org.shouxin.risk.scorecard.model.StoredCard;

@ApplicationScoped
class HibernateScorecards implements Scorecards {

  private static final String ADD =
      """
      insert into scorecard (version, document, sha256, created_at, created_by)
      values (:version, :document, :sha256, :at, :by) on conflict do nothing""";

  private final UnitOfWork work;

  HibernateScorecards(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<Boolean> add(StoredCard card) {
    return work.session()
        .chain(
            session ->
                session
                    .createNativeQuery(ADD)
                    .setParameter("version", card.version())
                    .setParameter("document", card.document())
                    .setParameter("sha256", card.sha256())
                    .setParameter("at", OffsetDateTime.ofInstant(card.createdAt(), ZoneOffset.UTC))
                    .setParameter("by", card.createdBy())
                    .executeUpdate())
        .map(rows -> rows == 1);
  }

  @Override
  public Uni<StoredCard> find(String version) {
    return work.session().chain(session -> session.find(StoredCard.class, version));
  }

  @Override
  public Uni<List<StoredCard>> newest(int limit) {
    return work.session()
        .chain(
            session ->
                session
                    .createQuery(
                        "from StoredCard order by createdAt desc, version", StoredCard.class)
                    .setMaxResults(limit)
                    .getResultList());
  }

  @Override
  public Uni<Void> activate(CardActivation activation) {
    return work.session().chain(session -> session.persist(activation).call(session::flush));
  }

  @Override
  public Uni<CardActivation> active() {
    return work.session()
        .chain(
            session ->
                session
                    .createQuery("from CardActivation order by id desc", CardActivation.class)
                    .setMaxResults(1)
                    .getSingleResultOrNull());
  }
}
