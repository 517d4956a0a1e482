package org.shouxin.chassis.app;

import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.shouxin.chassis.inbox.Inbox;
import org.shouxin.chassis.inbox.IncomingEvent;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.chassis.problem.Unavailable;

/** Writes one row per event applied; the payload says how it is to fail. */
@ApplicationScoped
public class ThingConsumer {

  /** What the test sends. */
  public record Order(String fail, int times) {}

  private final Inbox inbox;
  private final UnitOfWork unitOfWork;
  private final Map<String, Integer> attempts = new ConcurrentHashMap<>();
  private final Map<String, String> traces = new ConcurrentHashMap<>();

  ThingConsumer(Inbox inbox, UnitOfWork unitOfWork) {
    this.inbox = inbox;
    this.unitOfWork = unitOfWork;
  }

  @Incoming("test-thing")
  public Uni<Void> on(ConsumerRecord<String, String> record) {
    return inbox.receive(record, this::prepare, this::apply);
  }

  public int attempts(String eventId) {
    return attempts.getOrDefault(eventId, 0);
  }

  /** The trace an event was applied in. */
  public String trace(String eventId) {
    return traces.get(eventId);
  }

  private Uni<Order> prepare(IncomingEvent event) {
    return Uni.createFrom().item(event.as(Order.class));
  }

  private Uni<Void> apply(IncomingEvent event, Order order) {
    traces.put(event.id().toString(), Span.current().getSpanContext().getTraceId());
    int attempt = attempts.merge(event.id().toString(), 1, Integer::sum);
    return unitOfWork
        .session()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "insert into effect (event_id, key, version, ordinal)"
                            + " values (:id, :key, :version, :ordinal)")
                    .setParameter("id", event.id())
                    .setParameter("key", event.key())
                    .setParameter("version", event.version())
                    .setParameter("ordinal", event.ordinal())
                    .executeUpdate())
        .chain(() -> attempt <= order.times() ? fail(order.fail()) : Uni.createFrom().voidItem());
  }

  private static Uni<Void> fail(String how) {
    return Uni.createFrom()
        .failure(
            switch (how) {
              case "unavailable" -> new Unavailable("peer");
              case "rule" -> RuleViolation.refused("TEST-RULE-03", "no");
              default -> new IllegalStateException("a defect");
            });
  }
}
