package org.shouxin.chassis.persistence;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;

/** The reactive pool with the limits its configuration does not offer. */
@Singleton
public class BoundedPool implements PgPoolCreator {

  private static final int CONNECT_TIMEOUT_MS = 3_000;
  private static final int WAIT_FOR_CONNECTION_MS = 4_000;
  private static final int WAITING_MAX = 500;
  private static final int TCP_USER_TIMEOUT_MS = 10_000;
  private static final int PREPARED_STATEMENTS_MAX = 512;
  private static final int PREPARED_SQL_LENGTH_MAX = 8_192;

  private volatile PgConnectOptions first;

  /** How the pool connects, for the few who need a connection of their own. */
  public PgConnectOptions connectOptions() {
    return new PgConnectOptions(first);
  }

  @Override
  public Pool create(Input input) {
    first = input.pgConnectOptionsList().get(0);
    input
        .pgConnectOptionsList()
        .forEach(
            options ->
                options
                    .setPreparedStatementCacheMaxSize(PREPARED_STATEMENTS_MAX)
                    .setPreparedStatementCacheSqlFilter(
                        sql -> sql.length() <= PREPARED_SQL_LENGTH_MAX)
                    .setConnectTimeout(CONNECT_TIMEOUT_MS)
                    .setTcpKeepAlive(true)
                    .setTcpUserTimeout(TCP_USER_TIMEOUT_MS));
    return PgBuilder.pool()
        .with(
            input
                .poolOptions()
                .setConnectionTimeout(WAIT_FOR_CONNECTION_MS)
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxWaitQueueSize(WAITING_MAX))
        .connectingTo(new ArrayList<SqlConnectOptions>(input.pgConnectOptionsList()))
        .using(input.vertx())
        .build();
  }
}
