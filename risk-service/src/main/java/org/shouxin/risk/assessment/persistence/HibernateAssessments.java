package org.shouxin.risk.assessment.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.risk.assessment.Assessments;
import org.shouxin.risk.assessment.model.Assessment;

@ApplicationScoped
class HibernateAssessments implements Assessments {

  /** Greater than any id: the first page starts before it. */
  private static final UUID LAST = new UUID(-1L, -1L);

  private static final String ALL = "from Assessment where id < :before order by id desc";
  private static final String OF_BORROWER =
      "from Assessment where id < :before and borrowerId = :borrower order by id desc";

  private final UnitOfWork work;

  HibernateAssessments(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<Void> add(Assessment assessment) {
    return work.session().chain(session -> session.persist(assessment));
  }

  @Override
  public Uni<Assessment> find(UUID assessmentId) {
    return work.session().chain(session -> session.find(Assessment.class, assessmentId));
  }

  @Override
  public Uni<List<Assessment>> page(UUID borrowerId, UUID before, int limit) {
    return work.session()
        .chain(
            session -> {
              var query =
                  session
                      .createQuery(borrowerId == null ? ALL : OF_BORROWER, Assessment.class)
                      .setParameter("before", before == null ? LAST : before);
              if (borrowerId != null) {
                query.setParameter("borrower", borrowerId);
              }
              return query.setMaxResults(limit).getResultList();
            });
  }
}
