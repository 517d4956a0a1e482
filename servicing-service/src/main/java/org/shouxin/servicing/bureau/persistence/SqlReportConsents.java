package org.shouxin.servicing.bureau.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.bureau.ReportConsents;

@ApplicationScoped
public class SqlReportConsents implements ReportConsents {

  private final UnitOfWork work;

  SqlReportConsents(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<Void> keep(UUID borrowerId, boolean granted, Instant at) {
    return work.change(BureauSql.KEEP_CONSENT, borrowerId, granted, at.atOffset(ZoneOffset.UTC))
        .replaceWithVoid();
  }
}
