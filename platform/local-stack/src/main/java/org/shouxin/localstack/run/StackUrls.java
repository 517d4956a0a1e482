package org.shouxin.localstack.run;

import java.net.URI;
import org.shouxin.localstack.postgres.Postgres;

/** Where the parts of a running stack are found. */
public record StackUrls(StackPorts ports) {

  /** The only door of the suite. */
  public URI gateway() {
    return of(Component.GATEWAY);
  }

  /** The identity provider, without a realm. */
  public URI keycloak() {
    return of(Component.KEYCLOAK);
  }

  /** The outside parties, without a party. */
  public URI standIns() {
    return of(Component.STAND_INS);
  }

  /** A service's own door, behind the gateway. */
  public URI of(Component component) {
    return URI.create("http://localhost:" + ports.of(component));
  }

  /** Address of the Kafka broker. */
  public String kafka() {
    return "127.0.0.1:" + ports.of(Component.KAFKA);
  }

  /** JDBC URL of a service's database with its user and password. */
  public String jdbc(String database) {
    return Postgres.jdbcUrl(ports.of(Component.POSTGRES), database);
  }
}
