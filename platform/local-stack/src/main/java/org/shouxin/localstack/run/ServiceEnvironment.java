package org.shouxin.localstack.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The configuration a service of the local stack is started with, as environment variables. */
final class ServiceEnvironment {
  private static final List<String> PARTIES =
      List.of("authority", "carrier", "bureau", "bank", "messaging", "voice");

  /** All callers of a local stack have one address and few clients, so these may ask more. */
  private static final Map<String, String> GATEWAY_LIMITS =
      Map.of(
          "shouxin.gateway.limits.address.requests", "1000000",
          "shouxin.gateway.limits.client.requests", "1000000",
          "shouxin.gateway.limits.classes.standard.requests", "100000");

  private final StackPorts ports;
  private final StackSecrets secrets;

  ServiceEnvironment(StackPorts ports, StackSecrets secrets) {
    this.ports = ports;
    this.secrets = secrets;
  }

  Map<String, String> of(Component component) {
    Map<String, String> config = new LinkedHashMap<>();
    config.put("quarkus.http.host", "127.0.0.1");
    config.put("quarkus.http.port", Integer.toString(ports.of(component)));
    config.put("shouxin.oidc.url", issuer());
    // nobody spreads requests over instances here who would have to learn of the end first
    config.put("shouxin.shutdown.delay", "0S");
    for (Component peer : Component.SERVICES) {
      config.put("shouxin.peers." + peer.label() + ".url", url(peer));
    }
    if (component == Component.GATEWAY) {
      config.putAll(GATEWAY_LIMITS);
      config.put("shouxin.gateway.door.public.url", url(Component.GATEWAY));
    } else {
      addService(config, component.label());
    }
    if (component == Component.SERVICING) {
      config.put("shouxin.pay-links.key", secrets.payLinkKey());
    }
    if (component == Component.ORIGINATION) {
      config.put("shouxin.pii.keyset", secrets.fieldKeyset());
      config.put("shouxin.pii.index-key", secrets.indexKey());
      // a story's days pass in less than a second: yesterday's status is old at once
      config.put("shouxin.origination.number-status-fresh-for", "0S");
    }
    Map<String, String> environment = new LinkedHashMap<>();
    config.forEach((key, value) -> environment.put(variable(key), value));
    return environment;
  }

  /** Issuer of the tokens. */
  String issuer() {
    return url(Component.KEYCLOAK) + "/realms/shouxin";
  }

  String url(Component component) {
    return "http://localhost:" + ports.of(component);
  }

  private void addService(Map<String, String> config, String service) {
    config.put("shouxin.db.host", "127.0.0.1");
    config.put("shouxin.db.port", Integer.toString(ports.of(Component.POSTGRES)));
    config.put("shouxin.db.name", service);
    config.put("shouxin.db.user", service);
    config.put("shouxin.db.password", service);
    config.put("shouxin.require-durable-database", "true");
    config.put("kafka.bootstrap.servers", "127.0.0.1:" + ports.of(Component.KAFKA));
    config.put("shouxin.oidc.client-secret", secrets.clientSecret(service));
    config.put("shouxin.log.signing-key", secrets.logKey(service));
    for (String party : PARTIES) {
      config.put("shouxin.parties." + party + ".url", url(Component.STAND_INS) + "/" + party);
    }
    config.put("shouxin.parties.bank.webhook-secret", secrets.webhookSecret());
    config.put("quarkus.mailer.host", "127.0.0.1");
    config.put("quarkus.mailer.port", Integer.toString(ports.of(Component.SMTP)));
    config.put("quarkus.mailer.mock", "false");
  }

  /** Name of the environment variable that sets a configuration key. */
  static String variable(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
