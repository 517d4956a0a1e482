package org.shouxin.servicing.bureau.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.bureau.Corrections;

@ApplicationScoped
public class SqlCorrections implements Corrections {

  private final UnitOfWork work;
  private final Clock clock;

  SqlCorrections(UnitOfWork work, Clock clock) {
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Uni<Boolean> add(Correction correction) {
    return work.change(
            BureauSql.ADD_CORRECTION,
            correction.correctionId(),
            correction.loanId(),
            correction.aboutFileId(),
            correction.daysPastDue(),
            correction.overdue().minor(),
            correction.reason(),
            correction.by(),
            clock.instant().atOffset(ZoneOffset.UTC),
            correction.overdue().currency().getCurrencyCode())
        .map(added -> added == 1);
  }
}
