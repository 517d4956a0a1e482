package org.shouxin.servicing.paylink;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * The text of a link: its id and an HMAC-SHA256 over it, base64url. A text that was guessed or
 * altered is refused before the database is asked. Without a key no link is given out or taken.
 */
@ApplicationScoped
class SignLinks {

  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] PURPOSE = {'p', 'a', 'y', '-', 'l', 'i', 'n', 'k'};
  private static final int ID_BYTES = 16;
  private static final int KEY_BYTES_MIN = 32;
  private static final int MAC_BYTES = 32;
  private static final int TEXT_LENGTH_MAX = 100;

  private final Optional<SecretKeySpec> key;

  SignLinks(@ConfigProperty(name = "shouxin.pay-links.key") Optional<String> base64) {
    this.key = base64.map(SignLinks::key);
  }

  private static SecretKeySpec key(String base64) {
    byte[] bytes = Base64.getDecoder().decode(base64);
    if (bytes.length < KEY_BYTES_MIN) {
      throw new IllegalStateException(
          "shouxin.pay-links.key must be base64 of at least " + KEY_BYTES_MIN + " bytes");
    }
    return new SecretKeySpec(bytes, ALGORITHM);
  }

  /** The text by which whoever has it may pay. */
  String text(UUID id) {
    if (key.isEmpty()) {
      throw RuleViolation.conflict("PAY_LINKS_OFF", "this installation gives out no pay links");
    }
    byte[] named = bytes(id);
    byte[] mac = mac(named);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(ByteBuffer.allocate(ID_BYTES + MAC_BYTES).put(named).put(mac).array());
  }

  /** The id of a link that we signed. */
  UUID id(String text) {
    byte[] all = decoded(text);
    if (key.isEmpty() || all.length != ID_BYTES + MAC_BYTES) {
      throw unknown();
    }
    byte[] named = Arrays.copyOf(all, ID_BYTES);
    byte[] told = Arrays.copyOfRange(all, ID_BYTES, all.length);
    if (!MessageDigest.isEqual(mac(named), told)) {
      throw unknown();
    }
    ByteBuffer id = ByteBuffer.wrap(named);
    return new UUID(id.getLong(), id.getLong());
  }

  static NotFound unknown() {
    return new NotFound("pay link", "of an unknown text");
  }

  private static byte[] decoded(String text) {
    if (text.length() > TEXT_LENGTH_MAX) {
      throw unknown();
    }
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      throw unknown();
    }
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(ID_BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private byte[] mac(byte[] named) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key.orElseThrow());
      mac.update(PURPOSE);
      return mac.doFinal(named);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
