package org.shouxin.localstack.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.shouxin.localstack.Ports;
import org.shouxin.localstack.Scratch;
import org.shouxin.localstack.Secrets;
import org.shouxin.localstack.kafka.Broker;
import org.shouxin.localstack.postgres.Postgres;
import org.shouxin.localstack.postgres.PostgresOptions;
import org.shouxin.localstack.proxy.TcpProxy;
import org.shouxin.localstack.standin.StandInConfig;
import org.shouxin.localstack.standin.StandIns;

/**
 * Real PostgreSQL and Kafka, an OpenID Connect issuer and the outside parties' stand-ins for the
 * component tests of one service, started once per test JVM and stopped with it. The argument
 * {@code service} names the service under test. Peer services are nobody's business here: their
 * URLs point to a closed port until a test says otherwise.
 */
public final class LocalStackResource implements QuarkusTestResourceLifecycleManager {
  private static final List<String> SERVICES =
      List.of("origination", "risk", "servicing", "collections");
  private static final String CLOSED = "http://127.0.0.1:1";

  private String service = "";

  @Override
  public void init(Map<String, String> arguments) {
    service = arguments.getOrDefault("service", "");
    if (!SERVICES.contains(service)) {
      throw new IllegalArgumentException("argument service must be one of " + SERVICES);
    }
  }

  @Override
  public Map<String, String> start() {
    synchronized (LocalStackResource.class) {
      if (SharedState.find(SharedState.KAFKA).isEmpty()) {
        startAll();
      }
    }
    return configuration();
  }

  @Override
  public void stop() {
    // The stack belongs to the JVM, not to one of its test profiles.
  }

  /** Address of the broker. */
  public static String kafkaBootstrap() {
    return SharedState.get(SharedState.KAFKA);
  }

  /** Address of the broker for clients that shall find it only while {@link #brokerLine} stands. */
  public static String kafkaBootstrapOfLine() {
    return "127.0.0.1:" + port(SharedState.KAFKA_LINE_PORT);
  }

  /** Opens the line to the broker; without one, clients of the line find nobody. */
  public static TcpProxy brokerLine() {
    return TcpProxy.at(port(SharedState.KAFKA_LINE_PORT), port(SharedState.KAFKA_BEHIND_LINE_PORT));
  }

  /** JDBC URL of a service's database, with its user and password. */
  public static String jdbcUrl(String database) {
    return Postgres.jdbcUrl(postgresPort(), database);
  }

  /** Base URL of the stand-ins, without a party. */
  public static String standInUrl() {
    return SharedState.get(SharedState.STAND_INS);
  }

  /** Secret with which bank and messaging stand-ins sign their webhooks. */
  public static String webhookSecret() {
    return SharedState.get(SharedState.WEBHOOK_SECRET);
  }

  private static void startAll() {
    Queue<AutoCloseable> started = new ConcurrentLinkedQueue<>();
    Path scratch = Scratch.directory("test", started);
    Thread starter =
        new Thread(
            () -> {
              Postgres postgres =
                  Postgres.start(PostgresOptions.forTests(scratch.resolve(Scratch.POSTGRES)));
              started.add(postgres);
              SharedState.put(SharedState.POSTGRES_PORT, Integer.toString(postgres.port()));
            });
    starter.start();
    TestIssuer.start();
    SharedState.put(SharedState.LOG_KEY, Secrets.ed25519PrivateKey());
    SharedState.put(SharedState.PII_KEYSET, Secrets.fieldKeyset());
    SharedState.put(SharedState.PII_INDEX_KEY, Secrets.key());
    startStandIns(scratch.resolve("stand-ins"));
    Broker.Line line = new Broker.Line(Ports.free(), Ports.free());
    Broker broker = Broker.start(scratch.resolve("kafka"), Ports.free(), Ports.free(), line);
    started.add(broker);
    SharedState.put(SharedState.KAFKA_LINE_PORT, Integer.toString(line.linePort()));
    SharedState.put(SharedState.KAFKA_BEHIND_LINE_PORT, Integer.toString(line.port()));
    await(starter);
    SharedState.put(SharedState.KAFKA, broker.bootstrapServers());
  }

  private static void startStandIns(Path directory) {
    StandIns standIns = StandIns.start(StandInConfig.forTests(directory));
    SharedState.put(SharedState.WEBHOOK_SECRET, StandInConfig.LOCAL_WEBHOOK_SECRET);
    SharedState.put(SharedState.STAND_INS, standIns.url().toString());
    SharedState.put(SharedState.SMTP_PORT, Integer.toString(standIns.smtpPort()));
  }

  private static void await(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while PostgreSQL started", e);
    }
  }

  private Map<String, String> configuration() {
    Map<String, String> config = new LinkedHashMap<>();
    config.put("shouxin.db.host", "127.0.0.1");
    config.put("shouxin.db.port", Integer.toString(postgresPort()));
    config.put("shouxin.db.name", service);
    config.put("shouxin.db.user", service);
    config.put("shouxin.db.password", service);
    config.put("shouxin.require-durable-database", "false");
    config.put("kafka.bootstrap.servers", kafkaBootstrap());
    config.put("shouxin.oidc.url", TestTokens.issuer());
    config.put("shouxin.oidc.client-secret", "local");
    config.put("shouxin.log.signing-key", SharedState.get(SharedState.LOG_KEY));
    config.put("shouxin.pii.keyset", SharedState.get(SharedState.PII_KEYSET));
    config.put("shouxin.pii.index-key", SharedState.get(SharedState.PII_INDEX_KEY));
    config.put("shouxin.parties.bank.webhook-secret", webhookSecret());
    for (String peer : SERVICES) {
      config.put("shouxin.peers." + peer + ".url", CLOSED);
    }
    for (String party : List.of("authority", "carrier", "bureau", "bank", "messaging", "voice")) {
      config.put("shouxin.parties." + party + ".url", standInUrl() + "/" + party);
    }
    config.put("quarkus.mailer.host", "127.0.0.1");
    config.put("quarkus.mailer.port", SharedState.get(SharedState.SMTP_PORT));
    config.put("quarkus.mailer.mock", "false");
    config.put("quarkus.http.test-port", "0");
    for (String category :
        List.of("kafka", "org.apache.kafka", "state.change.logger", "io.zonky")) {
      config.put("quarkus.log.category.\"" + category + "\".level", "WARN");
    }
    return config;
  }

  private static int postgresPort() {
    return port(SharedState.POSTGRES_PORT);
  }

  private static int port(String name) {
    return Integer.parseInt(SharedState.get(name));
  }
}
