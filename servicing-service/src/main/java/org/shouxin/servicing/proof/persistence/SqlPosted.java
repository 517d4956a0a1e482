package org.shouxin.servicing.proof.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.proof.Posted;

/** Reads the loans' lines; it never writes. */
@ApplicationScoped
public class SqlPosted implements Posted {

  private static final String GROUP =
      "select posting_group_id from loan_transaction where id = :id and loan_id = :loan";

  private final UnitOfWork work;

  SqlPosted(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<Optional<UUID>> groupOf(UUID loanId, UUID transactionId) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(GROUP, UUID.class)
                    .setParameter("id", transactionId)
                    .setParameter("loan", loanId)
                    .getSingleResultOrNull())
        .map(Optional::ofNullable);
  }
}
