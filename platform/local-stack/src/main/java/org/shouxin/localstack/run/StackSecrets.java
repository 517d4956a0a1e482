package org.shouxin.localstack.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import java.util.function.Supplier;
import org.shouxin.localstack.Secrets;

/** Keys and secrets of one local stack, generated when first asked for and kept in a file. */
public final class StackSecrets {
  private static final String FILE = "secrets.properties";

  private final Path file;
  private final Properties values = new Properties();

  private StackSecrets(Path file) {
    this.file = file;
  }

  /** Secrets kept in this directory; an empty one is a good start. */
  public static StackSecrets open(Path directory) {
    StackSecrets secrets = new StackSecrets(directory.resolve(FILE));
    try {
      Files.createDirectories(directory);
      if (Files.exists(secrets.file)) {
        try (InputStream stream = Files.newInputStream(secrets.file)) {
          secrets.values.load(stream);
        }
      }
      return secrets;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Password of the demo staff. */
  public String staffPassword() {
    return kept("staff.password", Secrets::password);
  }

  /** Password of Keycloak's own administrator, user {@code keeper}. */
  public String keycloakAdminPassword() {
    return kept("keycloak.admin.password", Secrets::password);
  }

  /** Secret with which bank and messaging stand-ins sign their webhooks. */
  public String webhookSecret() {
    return kept("webhook.secret", Secrets::webhookSecret);
  }

  String clientSecret(String client) {
    return kept(client + ".client.secret", Secrets::password);
  }

  String logKey(String service) {
    return kept(service + ".log.key", Secrets::ed25519PrivateKey);
  }

  String fieldKeyset() {
    return kept("pii.keyset", Secrets::fieldKeyset);
  }

  String payLinkKey() {
    return kept("pay-links.key", Secrets::key);
  }

  String indexKey() {
    return kept("pii.index.key", Secrets::key);
  }

  private synchronized String kept(String name, Supplier<String> generator) {
    String value = values.getProperty(name);
    if (value == null) {
      value = generator.get();
      values.setProperty(name, value);
      save();
    }
    return value;
  }

  private void save() {
    try (OutputStream stream = Files.newOutputStream(file)) {
      if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
      values.store(stream, "generated for this machine only");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
