package org.shouxin.chassis.pii;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed tags (HMAC-SHA-256) that let equal values be found without being readable: the same value
 * gives the same tag per purpose, and without the key nobody can try values out.
 */
public final class BlindIndex {
  private static final String HMAC = "HmacSHA256";
  private static final int KEY_BYTES_MIN = 32;

  private final SecretKeySpec key;

  /**
   * @param keyBase64 at least 32 random bytes in base64
   */
  public BlindIndex(String keyBase64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(keyBase64.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("shouxin.pii.index-key must be base64");
    }
    if (bytes.length < KEY_BYTES_MIN) {
      throw new IllegalArgumentException("shouxin.pii.index-key must have 32 bytes or more");
    }
    this.key = new SecretKeySpec(bytes, HMAC);
  }

  /**
   * @param purpose keeps tags of different fields apart, for example "phone"
   * @param normalised the value in its one normal form
   * @return 64 hexadecimal digits
   */
  public String of(String purpose, String normalised) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return HexFormat.of().formatHex(mac.doFinal(normalised.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform must have HmacSHA256", e);
    }
  }
}
