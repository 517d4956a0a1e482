package org.shouxin.servicing.webhook.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.webhook.WebhookReceipts;

@ApplicationScoped
public class SqlWebhookReceipts implements WebhookReceipts {

  private static final String REMEMBER =
      """
      insert into webhook_receipt (source, webhook_id, received_at) values (:source, :id, :now)
      on conflict do nothing""";

  private final UnitOfWork work;
  private final Clock clock;

  SqlWebhookReceipts(UnitOfWork work, Clock clock) {
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Uni<Boolean> first(String source, String webhookId) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(REMEMBER)
                    .setParameter("source", source)
                    .setParameter("id", webhookId)
                    .setParameter("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .executeUpdate())
        .map(added -> added == 1);
  }
}
