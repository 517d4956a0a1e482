package org.shouxin.gateway.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A keyed hash that stands for a subject in logs: lines of one caller can be told together, and
 * nobody without the key can tell whose they are. Without a configured key each start draws its
 * own.
 */
@ApplicationScoped
public class SubjectHash {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int SHOWN_BYTES = 8;

  private final SecretKeySpec key;

  SubjectHash(@ConfigProperty(name = "shouxin.gateway.subject-key") Optional<String> configured) {
    byte[] bytes =
        configured.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElseGet(SubjectHash::drawn);
    this.key = new SecretKeySpec(bytes, ALGORITHM);
  }

  private static byte[] drawn() {
    byte[] bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  /** 16 hexadecimal digits. */
  public String of(String subject) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] hash = mac.doFinal(subject.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, SHOWN_BYTES);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
    }
  }
}
