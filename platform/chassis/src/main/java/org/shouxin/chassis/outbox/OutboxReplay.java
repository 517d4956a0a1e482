package org.shouxin.chassis.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;
import org.shouxin.chassis.persistence.DatabaseFailures;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.security.Caller;

/**
 * Sends events again, when a broker lost what it had acknowledged or a consumer's dead letters are
 * to be worked off. Harmless to consumers that have them: their inboxes ignore doubles.
 */
@Path("/v1/admin/outbox/replay")
public class OutboxReplay {

  private static final Logger LOG = Logger.getLogger(OutboxReplay.class);
  private static final String FROM_TIME =
      "update outbox set published_at = null where published_at is not null and occurred_at >= $1";
  private static final String FROM_SEQ =
      "update outbox set published_at = null where published_at is not null and seq >= $1";

  private final Pool pool;
  private final OutboxSignal signal;
  private final Caller caller;

  OutboxReplay(Pool pool, OutboxSignal signal, Caller caller) {
    this.pool = pool;
    this.signal = signal;
    this.caller = caller;
  }

  /** Exactly one of the two. */
  public record ReplayRequest(Instant from, Long fromSeq) {}

  /**
   * @param events how many will be sent again
   */
  public record ReplayStarted(int events) {}

  @POST
  @RolesAllowed("admin")
  public Uni<ReplayStarted> replay(ReplayRequest request) {
    if (request == null || (request.from() == null) == (request.fromSeq() == null)) {
      throw Invalid.field("/from", "ONE_OF", "give either from or fromSeq");
    }
    return reset(request)
        .onFailure()
        .transform(DatabaseFailures::translate)
        .map(RowSet::rowCount)
        .invoke(events -> LOG.warnf("replay of %d events by %s", events, caller.subject()))
        .invoke(signal::raise)
        .map(ReplayStarted::new);
  }

  private Uni<RowSet<Row>> reset(ReplayRequest request) {
    if (request.fromSeq() != null) {
      return pool.preparedQuery(FROM_SEQ).execute(Tuple.of(request.fromSeq()));
    }
    OffsetDateTime from = OffsetDateTime.ofInstant(request.from(), ZoneOffset.UTC);
    return pool.preparedQuery(FROM_TIME).execute(Tuple.of(from));
  }
}
