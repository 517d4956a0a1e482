package org.shouxin.servicing.loan.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.loan.RecognisedDays;

@ApplicationScoped
public class SqlRecognisedDays implements RecognisedDays {

  private final UnitOfWork work;

  SqlRecognisedDays(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<LocalDate> through(UUID loanId) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery("select partition_recognised_through(:loan)", LocalDate.class)
                    .setParameter("loan", loanId)
                    .getSingleResult());
  }
}
