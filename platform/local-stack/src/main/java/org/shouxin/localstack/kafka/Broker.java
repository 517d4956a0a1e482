package org.shouxin.localstack.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker (KRaft, broker and controller in one node). Every record is flushed to disk
 * before it is acknowledged: with Kafka's default one power cut of a single broker loses all that
 * was acknowledged.
 */
public final class Broker implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  private final KafkaRaftServer server;
  private final int port;

  private Broker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * A second way in, for clients that a test wants to cut off: they are told to come to the line,
   * which passes on to the port while it stands.
   */
  public record Line(int port, int linePort) {}

  /**
   * Starts a broker in this JVM on the data directory, formatting it when it is new, and creates
   * the configured topics.
   */
  public static Broker start(Path data, int port, int controllerPort) {
    return start(data, port, config(data, port, controllerPort));
  }

  /** Starts a broker that has a second way in. */
  public static Broker start(Path data, int port, int controllerPort, Line line) {
    Properties config = config(data, port, controllerPort);
    append(config, "listeners", "LINE://%s:%d".formatted(HOST, line.port()));
    append(config, "advertised.listeners", "LINE://%s:%d".formatted(HOST, line.linePort()));
    append(config, "listener.security.protocol.map", "LINE:PLAINTEXT");
    return start(data, port, config);
  }

  private static void append(Properties config, String list, String item) {
    config.merge(list, item, (items, one) -> items + "," + one);
  }

  private static Broker start(Path data, int port, Properties config) {
    format(data, config);
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(config, false), Time.SYSTEM);
    server.startup();
    Broker broker = new Broker(server, port);
    Topics.create(broker.bootstrapServers());
    return broker;
  }

  public String bootstrapServers() {
    return HOST + ":" + port;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static Properties config(Path data, int port, int controllerPort) {
    Properties config = new Properties();
    config.put("process.roles", "broker,controller");
    config.put("node.id", "1");
    config.put("controller.quorum.voters", "1@%s:%d".formatted(HOST, controllerPort));
    config.put(
        "listeners",
        "CLIENT://%s:%d,CONTROLLER://%s:%d".formatted(HOST, port, HOST, controllerPort));
    config.put("advertised.listeners", "CLIENT://%s:%d".formatted(HOST, port));
    config.put("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    config.put("inter.broker.listener.name", "CLIENT");
    config.put("controller.listener.names", "CONTROLLER");
    config.put("log.dirs", data.toAbsolutePath().toString());
    config.put("log.flush.interval.messages", "1");
    config.put("auto.create.topics.enable", "false");
    config.put("offsets.topic.replication.factor", "1");
    config.put("offsets.topic.num.partitions", "4");
    config.put("transaction.state.log.replication.factor", "1");
    config.put("transaction.state.log.min.isr", "1");
    config.put("share.coordinator.state.topic.replication.factor", "1");
    config.put("share.coordinator.state.topic.min.isr", "1");
    config.put("group.initial.rebalance.delay.ms", "0");
    config.put("message.max.bytes", "1048576");
    config.put("log.segment.bytes", "67108864");
    config.put("log.cleaner.dedupe.buffer.size", "8388608");
    return config;
  }

  private static void format(Path data, Properties config) {
    if (Files.exists(data.resolve("meta.properties"))) {
      return;
    }
    try {
      Files.createDirectories(data);
      Path file = Files.createTempFile("broker", ".properties");
      try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.ISO_8859_1)) {
        config.store(writer, null);
      }
      ByteArrayOutputStream output = new ByteArrayOutputStream();
      String[] arguments = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
      int status =
          StorageTool.execute(arguments, new PrintStream(output, true, StandardCharsets.UTF_8));
      Files.delete(file);
      if (status != 0) {
        throw new IllegalStateException(
            "the broker's storage was not formatted: " + output.toString(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs a broker as its own process until it is told to end: arguments are the data directory, the
   * port, the controller's port, and a file that exists while the broker is ready.
   */
  public static void main(String[] arguments) throws IOException {
    Path ready = Path.of(arguments[3]);
    Files.deleteIfExists(ready);
    Broker broker =
        start(
            Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(broker, ready)));
    Files.writeString(ready, broker.bootstrapServers());
    broker.server.awaitShutdown();
  }

  private static void end(Broker broker, Path ready) {
    ready.toFile().delete();
    broker.close();
  }
}
