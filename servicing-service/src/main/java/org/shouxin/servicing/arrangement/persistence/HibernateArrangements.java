package org.shouxin.servicing.arrangement.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.arrangement.Arrangements;
import org.shouxin.servicing.arrangement.model.Arrangement;

@ApplicationScoped
public class HibernateArrangements implements Arrangements {

  private static final String EXTENSIONS_SINCE =
      """
      select count(*) from arrangement
      where loan_id = :loan and kind = 'EXTENSION' and state = 'ACCEPTED' and decided_on > :day""";

  private final UnitOfWork work;

  HibernateArrangements(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<Void> add(Arrangement arrangement) {
    return work.session().chain(s -> s.persist(arrangement));
  }

  @Override
  public Uni<Optional<Arrangement>> locked(UUID id) {
    return work.session()
        .chain(s -> s.find(Arrangement.class, id, LockModeType.PESSIMISTIC_WRITE))
        .map(Optional::ofNullable);
  }

  @Override
  public Uni<Long> extensionsSince(UUID loanId, LocalDate day) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(EXTENSIONS_SINCE, Long.class)
                    .setParameter("loan", loanId)
                    .setParameter("day", day)
                    .getSingleResult());
  }
}
