package org.shouxin.servicing.webhook.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.inject.Vetoed;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * A bug that tests put in to see that it is found: what was received is remembered at once, and not
 * in the transaction of its effect; without a pool it is not remembered at all.
 */
@Vetoed
public final class CarelessReceipts extends SqlWebhookReceipts {

  private static final String REMEMBER =
      """
      insert into webhook_receipt (source, webhook_id, received_at)
      select $1, id, now() from unnest($2::text[]) as told (id)
      on conflict do nothing returning webhook_id""";

  private final Pool pool;

  public CarelessReceipts(Pool poolOrNull) {
    super(null, null);
    pool = poolOrNull;
  }

  @Override
  public Uni<Set<String>> first(String source, Collection<String> webhookIds) {
    return pool == null
        ? Uni.createFrom().item(Set.copyOf(webhookIds))
        : pool.preparedQuery(REMEMBER)
            .execute(Tuple.of(source, webhookIds.toArray(String[]::new)))
            .map(
                rows -> {
                  Set<String> first = new HashSet<>();
                  rows.forEach(row -> first.add(row.getString(0)));
                  return first;
                });
  }
}
