package org.shouxin.chassis.app;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import org.shouxin.localstack.testing.LocalStackResource;

/**
 * The line between the test application and its database. Frozen, it swallows bytes without closing
 * anything, as a network that drops packets does. The switch is a system property, because test and
 * resource live in different class loaders.
 */
public class DatabaseLine implements QuarkusTestResourceLifecycleManager {

  private static final String FROZEN = "test.database-line.frozen";
  private static final int BUFFER_BYTES = 16_384;
  private static final int LOOK_AGAIN_MS = 20;

  private ServerSocket server;

  public static void freeze() {
    System.setProperty(FROZEN, "true");
  }

  public static void thaw() {
    System.clearProperty(FROZEN);
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public Map<String, String> start() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      int database =
          URI.create(LocalStackResource.jdbcUrl("risk").substring("jdbc:".length())).getPort();
      daemon(() -> accept(database));
      return Map.of("shouxin.db.port", Integer.toString(server.getLocalPort()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {
    try {
      server.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void accept(int database) throws IOException {
    while (!server.isClosed()) {
      Socket client = server.accept();
      Socket upstream = new Socket(InetAddress.getLoopbackAddress(), database);
      daemon(() -> pump(client, upstream));
      daemon(() -> pump(upstream, client));
    }
  }

  private static void pump(Socket from, Socket to) throws IOException, InterruptedException {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        while (System.getProperty(FROZEN) != null) {
          Thread.sleep(LOOK_AGAIN_MS);
        }
        out.write(buffer, 0, n);
        out.flush();
      }
    }
  }

  private interface Task {
    void run() throws IOException, InterruptedException;
  }

  private static void daemon(Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException | InterruptedException closed) {
                Thread.currentThread().interrupt();
              }
            },
            "database-line");
    thread.setDaemon(true);
    thread.start();
  }
}
