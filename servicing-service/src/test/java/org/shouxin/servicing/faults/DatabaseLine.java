package org.shouxin.servicing.faults;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.Map;
import org.shouxin.localstack.proxy.CutPoint;
import org.shouxin.localstack.proxy.PostgresProxy;
import org.shouxin.localstack.testing.LocalStackResource;

/** Puts a line that can be cut at any message between the service and its database. */
public final class DatabaseLine implements QuarkusTestResourceLifecycleManager {

  private static final String NAME = "servicing";
  private static final String JDBC = "jdbc:";

  private PostgresProxy proxy;

  /** Where the line is cut. */
  public static CutPoint cutPoint() {
    return CutPoint.named(NAME);
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public Map<String, String> start() {
    String url = LocalStackResource.jdbcUrl(NAME).substring(JDBC.length());
    proxy = PostgresProxy.to(URI.create(url).getPort(), cutPoint());
    return Map.of("shouxin.db.port", Integer.toString(proxy.port()));
  }

  @Override
  public void stop() {
    proxy.close();
  }
}
