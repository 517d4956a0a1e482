package org.shouxin.risk.alert.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.risk.alert.Alerts;
import org.shouxin.risk.alert.model.Alert;

@ApplicationScoped
class HibernateAlerts implements Alerts {

  private final UnitOfWork work;

  HibernateAlerts(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<Void> add(Alert alert) {
    return work.session().chain(session -> session.persist(alert));
  }

  @Override
  public Uni<List<Alert>> page(UUID before, int limit) {
    String from = before == null ? "from Alert" : "from Alert where id < :before";
    return work.session()
        .chain(
            session -> {
              var query = session.createQuery(from + " order by id desc", Alert.class);
              if (before != null) {
                query.setParameter("before", before);
              }
              return query.setMaxResults(limit).getResultList();
            });
  }
}
