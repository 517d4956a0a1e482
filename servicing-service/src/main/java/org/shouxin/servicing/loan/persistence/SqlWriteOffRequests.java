package org.shouxin.servicing.loan.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.loan.WriteOffRequests;

@ApplicationScoped
public class SqlWriteOffRequests implements WriteOffRequests {

  private static final String ADD =
      """
      insert into write_off_request (id, loan_id, reason, requested_by, requested_at, state)
      values (:id, :loan, :reason, :by, :now, 'REQUESTED')""";
  private static final String LOCKED =
      """
      select id, reason, requested_by from write_off_request
      where loan_id = :loan and state = 'REQUESTED' for update""";
  private static final String DECIDE =
      """
      update write_off_request set state = :state, decided_by = :by, decided_at = :now
      where id = :id""";

  private final UnitOfWork work;
  private final Clock clock;

  SqlWriteOffRequests(UnitOfWork work, Clock clock) {
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Uni<Void> add(UUID loanId, Waiting request) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(ADD)
                    .setParameter("id", request.requestId())
                    .setParameter("loan", loanId)
                    .setParameter("reason", request.reason())
                    .setParameter("by", request.requestedBy())
                    .setParameter("now", now())
                    .executeUpdate())
        .replaceWithVoid();
  }

  @Override
  public Uni<Optional<Waiting>> locked(UUID loanId) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(LOCKED, Object[].class)
                    .setParameter("loan", loanId)
                    .getSingleResultOrNull())
        .map(
            row ->
                Optional.ofNullable(row)
                    .map(r -> new Waiting((UUID) r[0], (String) r[1], (String) r[2])));
  }

  @Override
  public Uni<Void> decide(UUID requestId, boolean approved, String decidedBy) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(DECIDE)
                    .setParameter("id", requestId)
                    .setParameter("state", approved ? "APPROVED" : "REJECTED")
                    .setParameter("by", decidedBy)
                    .setParameter("now", now())
                    .executeUpdate())
        .replaceWithVoid();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
