package org.shouxin.localstack;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;

/** Generates the keys and secrets a local stack needs, in the text forms the services expect. */
public final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY_BYTES = 32;
  private static final int AES_GCM_KEY_VALUE_FIELD = 0x1A;

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

  /** A Tink keyset in JSON with one fresh AES-256-GCM key. */
  public static String aesGcmKeyset() {
    ByteArrayOutputStream key = new ByteArrayOutputStream();
    key.write(AES_GCM_KEY_VALUE_FIELD);
    key.write(KEY_BYTES);
    key.writeBytes(randomBytes(KEY_BYTES));
    String value = Base64.getEncoder().encodeToString(key.toByteArray());
    int id = RANDOM.nextInt(1, Integer.MAX_VALUE);
    return """
        {"primaryKeyId":%d,"key":[{"keyData":{\
        "typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey",\
        "value":"%s","keyMaterialType":"SYMMETRIC"},\
        "status":"ENABLED","keyId":%d,"outputPrefixType":"TINK"}]}"""
        .formatted(id, value, id);
  }

  private static byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
