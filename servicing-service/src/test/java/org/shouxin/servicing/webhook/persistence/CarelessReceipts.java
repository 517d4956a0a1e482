package org.shouxin.servicing.webhook.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.inject.Vetoed;

/**
 * A bug that tests put in to see that it is found: what was received is remembered at once, and not
 * in the transaction of its effect; without a pool it is not remembered at all.
 */
@Vetoed
public final class CarelessReceipts extends SqlWebhookReceipts {

  private static final String REMEMBER =
      """
      insert into webhook_receipt (source, webhook_id, received_at) values ($1, $2, now())
      on conflict do nothing""";

  private final Pool pool;

  public CarelessReceipts(Pool poolOrNull) {
    super(null, null);
    pool = poolOrNull;
  }

  @Override
  public Uni<Boolean> first(String source, String webhookId) {
    return pool == null
        ? Uni.createFrom().item(true)
        : pool.preparedQuery(REMEMBER)
            .execute(Tuple.of(source, webhookId))
            .map(rows -> rows.rowCount() == 1);
  }
}
