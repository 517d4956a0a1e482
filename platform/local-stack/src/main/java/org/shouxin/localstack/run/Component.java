package org.shouxin.localstack.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Everything in a local stack that listens on a port. */
public enum Component {
  POSTGRES(15432),
  KAFKA(19092),
  KAFKA_CONTROLLER(19093),
  STAND_INS(8190),
  SMTP(3025),
  KEYCLOAK(8180),
  ORIGINATION(8101),
  RISK(8102),
  SERVICING(8103),
  COLLECTIONS(8104),
  GATEWAY(8080);

  /** The four services, in the order a loan meets them. */
  public static final List<Component> SERVICES = List.of(ORIGINATION, RISK, SERVICING, COLLECTIONS);

  private final int defaultPort;

  Component(int defaultPort) {
    this.defaultPort = defaultPort;
  }

  public int defaultPort() {
    return defaultPort;
  }

  /** Name as people write it: {@code stand-ins}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The component people mean by this name. */
  public static Component of(String label) {
    return Arrays.stream(values())
        .filter(component -> component.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such component: " + label));
  }
}
