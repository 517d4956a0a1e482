package org.shouxin.collections.app;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.shouxin.localstack.Ports;

/** Origination and servicing as WireMock plays them, and a port that receipts can be sent to. */
public class Neighbours implements QuarkusTestResourceLifecycleManager {
  private static final String PORT = "shouxin.test.neighbours";

  private final WireMockServer server =
      new WireMockServer(
          WireMockConfiguration.options()
              .dynamicPort()
              .bindAddress("127.0.0.1")
              .containerThreads(40));

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Map<String, String> start() {
    server.start();
    System.setProperty(PORT, Integer.toString(server.port()));
    int own = Ports.free();
    return Map.of(
        "shouxin.peers.origination.url",
        server.baseUrl(),
        "shouxin.peers.servicing.url",
        server.baseUrl(),
        "quarkus.http.test-port",
        Integer.toString(own),
        "shouxin.peers.collections.url",
        "http://127.0.0.1:" + own,
        "shouxin.collections.contact.stuck-after",
        "2S",
        "shouxin.collections.reconcile-every",
        "1s",
        "shouxin.collections.check-numbers-every",
        "1s");
  }

  @Override
  public void stop() {
    server.stop();
  }

  /** WireMock's own client. */
  public static WireMock stubs() {
    return new WireMock("127.0.0.1", Integer.parseInt(System.getProperty(PORT)));
  }
}
