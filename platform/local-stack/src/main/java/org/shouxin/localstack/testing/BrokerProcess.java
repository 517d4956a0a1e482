package org.shouxin.localstack.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.shouxin.localstack.Ports;
import org.shouxin.localstack.kafka.Broker;
import org.shouxin.localstack.run.ManagedProcess;

/**
 * A broker that a test can kill: a process of its own, which takes the place of the one that {@link
 * LocalStackResource} started. What it acknowledged is still there when it is started again.
 */
public final class BrokerProcess implements AutoCloseable {
  private final int port = Ports.free();
  private final Path ready;
  private final ManagedProcess process;

  private BrokerProcess(Path directory) {
    ready = directory.resolve("broker.ready");
    process =
        ManagedProcess.alone(
            "broker",
            directory,
            List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Broker.class.getName(),
                directory.resolve("broker").toString(),
                Integer.toString(port),
                Integer.toString(Ports.free()),
                ready.toString()),
            () -> Files.exists(ready));
  }

  /** Starts a broker with its data and log in the directory; the test's helpers use it from now. */
  public static BrokerProcess takeOver(Path directory) {
    BrokerProcess broker = new BrokerProcess(directory);
    broker.process.restart();
    SharedState.put(SharedState.KAFKA, broker.bootstrapServers());
    return broker;
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** SIGKILL; comes back when the process is gone. */
  public void kill() {
    process.kill();
    ready.toFile().delete();
  }

  /** Starts it again with what it has on disk, and waits until it is ready. */
  public void restart() {
    process.restart();
  }

  @Override
  public void close() {
    kill();
  }
}
