package org.shouxin.localstack.testing;

import java.util.Optional;

/**
 * What the test resource started, kept in system properties: Quarkus loads test classes with
 * several class loaders, so static fields are not shared by the whole JVM.
 */
final class SharedState {
  static final String POSTGRES_PORT = "postgres.port";
  static final String KAFKA = "kafka";
  static final String KAFKA_LINE_PORT = "kafka.line.port";
  static final String KAFKA_BEHIND_LINE_PORT = "kafka.behind-line.port";
  static final String ISSUER = "issuer";
  static final String ISSUER_KEY = "issuer.key";
  static final String STAND_INS = "stand-ins";
  static final String SMTP_PORT = "smtp.port";
  static final String LOG_KEY = "log.key";
  static final String PII_KEYSET = "pii.keyset";
  static final String PII_INDEX_KEY = "pii.index-key";
  static final String WEBHOOK_SECRET = "webhook.secret";

  private static final String PREFIX = "shouxin.test.";

  private SharedState() {}

  static void put(String name, String value) {
    System.setProperty(PREFIX + name, value);
  }

  static Optional<String> find(String name) {
    return Optional.ofNullable(System.getProperty(PREFIX + name));
  }

  static String get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    name + " is not there: the test lacks LocalStackResource"));
  }
}
