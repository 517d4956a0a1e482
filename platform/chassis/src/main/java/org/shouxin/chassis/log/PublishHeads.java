package org.shouxin.chassis.log;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shouxin.chassis.outbox.Outbox;
import org.shouxin.chassis.outbox.OutgoingEvent;
import org.shouxin.chassis.persistence.UnitOfWork;

/**
 * Tells the newest head of the log to the topic, where others keep it: a log that is rewritten
 * later no longer agrees with what they hold. Any number of instances may run; a head is told once.
 * Without a topic nothing is told.
 */
@ApplicationScoped
public class PublishHeads {

  private static final String TAKE =
      """
      insert into log_published (tree_size, published_at) values (:size, :now)
      on conflict do nothing""";

  private final LogProofs proofs;
  private final Outbox outbox;
  private final UnitOfWork work;
  private final Clock clock;
  private final Optional<String> topic;

  PublishHeads(
      LogProofs proofs,
      Outbox outbox,
      UnitOfWork work,
      Clock clock,
      @ConfigProperty(name = "shouxin.log.heads-topic") Optional<String> topic) {
    this.proofs = proofs;
    this.outbox = outbox;
    this.work = work;
    this.clock = clock;
    this.topic = topic;
  }

  @Scheduled(
      every = "${shouxin.log.publish-every:60s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> run() {
    return topic.isEmpty() ? Uni.createFrom().voidItem() : publish().replaceWithVoid();
  }

  /** Tells the newest head unless it was told before; true when it was told by this call. */
  public Uni<Boolean> publish() {
    return proofs
        .newest()
        .chain(
            newest ->
                newest.isEmpty()
                    ? Uni.createFrom().item(false)
                    : work.inTransaction(() -> tell(newest.get())));
  }

  private Uni<Boolean> tell(LogProofs.Head head) {
    return work.session()
        .chain(
            session ->
                session
                    .createNativeQuery(TAKE)
                    .setParameter("size", head.treeSize())
                    .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .executeUpdate())
        .chain(
            taken ->
                taken == 0
                    ? Uni.createFrom().item(false)
                    : outbox.append(event(head)).replaceWith(true));
  }

  private OutgoingEvent event(LogProofs.Head head) {
    String type = head.log() + ".log-head.published.v1";
    return new OutgoingEvent(topic.orElseThrow(), head.log(), type, head);
  }
}
