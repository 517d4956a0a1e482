package org.shouxin.localstack;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;

/** Generates the keys and secrets a local stack needs, in the text forms the services expect. */
public final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY_BYTES = 32;

  private Secrets() {}

  /** 256 random bits, base64. */
  public static String key() {
    return Base64.getEncoder().encodeToString(randomBytes(KEY_BYTES));
  }

  /** A password of 192 random bits that needs no quoting anywhere. */
  public static String password() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes(24));
  }

  /** A Standard Webhooks secret. */
  public static String webhookSecret() {
    return "whsec_" + Base64.getEncoder().encodeToString(randomBytes(24));
  }

  /** An Ed25519 private key, PKCS#8, base64. */
  public static String ed25519PrivateKey() {
    try {
      return Base64.getEncoder()
          .encodeToString(
              KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A field keyset with one fresh 256-bit key: {@code id:base64}. */
  public static String fieldKeyset() {
    return "1:" + key();
  }

  private static byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
