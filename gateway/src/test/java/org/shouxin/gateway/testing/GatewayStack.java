package org.shouxin.gateway.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands around the gateway in its tests: a realm, ports for programmable services (servicing:
 * {@link Backend}, risk: {@link RawBackend}, origination: nobody until a test starts one), and one
 * that never takes a connection (collections). The limits are small enough to be reached.
 */
public final class GatewayStack implements QuarkusTestResourceLifecycleManager {

  /** An address whose X-Forwarded-For is believed; tests reach the gateway from it. */
  public static final String TRUSTED = "127.0.0.77";

  private Realm realm;
  private ServerSocket deaf;
  private final List<Socket> waiting = new ArrayList<>();

  @Override
  public Map<String, String> start() {
    try {
      realm = Realm.start();
      deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      fillBacklog();
      Map<String, String> config = new HashMap<>();
      config.put("shouxin.oidc.url", realm.issuer());
      config.put("test.realm.key", realm.nextKey().encode());
      config.put("shouxin.peers.servicing.url", "http://127.0.0.1:" + freePort());
      config.put("shouxin.peers.risk.url", "http://127.0.0.1:" + freePort());
      config.put("shouxin.peers.origination.url", "http://127.0.0.1:" + freePort());
      config.put("shouxin.peers.collections.url", "http://127.0.0.1:" + deaf.getLocalPort());
      config.put("shouxin.gateway.door.routes-file", "src/test/resources/test-routes.yaml");
      config.put("shouxin.gateway.door.trusted-proxies", TRUSTED + "/32");
      config.put("shouxin.gateway.upstream.connect-within", "400MS");
      config.put("shouxin.gateway.upstream.wait-within", "3S");
      config.put("shouxin.gateway.upstream.connections-max", "4");
      config.put("shouxin.gateway.upstream.waiting-max", "2");
      config.put("shouxin.gateway.upstream.circuit-failures-max", "5");
      config.put("shouxin.gateway.upstream.circuit-open-for", "1S");
      config.put("shouxin.gateway.documents.cache-for", "1MS");
      config.put("shouxin.gateway.documents.incomplete-cache-for", "1MS");
      config.put("shouxin.gateway.limits.address.requests", "1000");
      config.put("shouxin.gateway.limits.address.per", "1H");
      config.put("shouxin.gateway.limits.client.requests", "500");
      config.put("shouxin.gateway.limits.client.per", "1H");
      config.put("shouxin.gateway.limits.classes.standard.requests", "100");
      config.put("shouxin.gateway.limits.classes.standard.per", "1H");
      config.put("shouxin.gateway.limits.classes.one-time-code.requests", "3");
      config.put("shouxin.gateway.limits.classes.one-time-code.per", "1H");
      config.put("shouxin.gateway.limits.classes.webhook.requests", "4");
      config.put("shouxin.gateway.limits.classes.webhook.per", "1H");
      config.put("shouxin.traces.ratio", "1.0");
      return config;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With its backlog full, Linux leaves further connection attempts without an answer. */
  private void fillBacklog() throws IOException {
    for (int i = 0; i < 8; i++) {
      Socket socket = new Socket();
      waiting.add(socket);
      try {
        socket.connect(new InetSocketAddress(deaf.getInetAddress(), deaf.getLocalPort()), 200);
      } catch (IOException full) {
        return;
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void stop() {
    try {
      for (Socket socket : waiting) {
        socket.close();
      }
      deaf.close();
      realm.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
