package org.shouxin.servicing.webhook.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.webhook.WebhookReceipts;

@ApplicationScoped
public class SqlWebhookReceipts implements WebhookReceipts {

  private static final String REMEMBER =
      """
      insert into webhook_receipt (source, webhook_id, received_at)
      select $1, id, $3 from unnest($2::text[]) as told (id) order by id
      on conflict do nothing returning webhook_id""";

  private final UnitOfWork work;
  private final Clock clock;

  SqlWebhookReceipts(UnitOfWork work, Clock clock) {
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Uni<Boolean> first(String source, String webhookId) {
    return first(source, List.of(webhookId)).map(first -> !first.isEmpty());
  }

  @Override
  public Uni<Set<String>> first(String source, Collection<String> webhookIds) {
    OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    return work.rows(REMEMBER, source, webhookIds.toArray(String[]::new), now)
        .map(rows -> rows.stream().map(row -> (String) row[0]).collect(Collectors.toSet()));
  }
}
