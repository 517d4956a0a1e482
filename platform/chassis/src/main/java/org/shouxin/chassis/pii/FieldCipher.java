package org.shouxin.chassis.pii;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Encrypts single fields with AES-256-GCM. The associated data binds a value to its place (row id
 * and column): a ciphertext moved to another row or column does not decrypt.
 *
 * <p>Rotation: append a new key to the keyset and deploy (it becomes the primary), re-encrypt the
 * rows for which {@link #outdated} says so, then drop the old key.
 */
public final class FieldCipher {
  private static final int KEY_BYTES = 32;

  private final Aead aead;
  private final byte[] primaryPrefix;

  /**
   * @param keyset {@code "1:<base64 of 32 bytes>[,2:<base64>...]"}; the last key encrypts, all
   *     decrypt
   * @throws IllegalArgumentException when the keyset is not of this form; the message holds no key
   */
  public FieldCipher(String keyset) {
    try {
      AeadConfig.register();
      var builder = KeysetHandle.newBuilder();
      String[] entries = keyset.split(",");
      int primary = 0;
      for (int i = 0; i < entries.length; i++) {
        String[] entry = entries[i].strip().split(":", 2);
        int id = Integer.parseInt(entry[0]);
        byte[] bytes = Base64.getDecoder().decode(entry[1]);
        if (id <= 0 || bytes.length != KEY_BYTES) {
          throw new IllegalArgumentException("key ids are positive and keys have 32 bytes");
        }
        var imported = KeysetHandle.importKey(key(id, bytes)).withFixedId(id);
        builder.addEntry(i == entries.length - 1 ? imported.makePrimary() : imported);
        primary = id;
      }
      this.aead = builder.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
      this.primaryPrefix = prefix(primary);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new IllegalArgumentException(
          "shouxin.pii.keyset must read \"1:<base64 of 32 bytes>[,2:...]\" with distinct ids");
    }
  }

  /**
   * @param aad where the value lives: row id and column
   * @return base64
   */
  public String encrypt(String plain, String aad) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              aead.encrypt(
                  plain.getBytes(StandardCharsets.UTF_8), aad.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a field could not be encrypted", e);
    }
  }

  /**
   * @throws IllegalStateException when the value was changed, moved, or its key is gone
   */
  public String decrypt(String cipherText, String aad) {
    try {
      return new String(
          aead.decrypt(
              Base64.getDecoder().decode(cipherText), aad.getBytes(StandardCharsets.UTF_8)),
          StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException("a field could not be decrypted in the place it was found");
    }
  }

  /** Whether the value was written under a key that is no longer the primary. */
  public boolean outdated(String cipherText) {
    byte[] bytes = Base64.getDecoder().decode(cipherText);
    for (int i = 0; i < primaryPrefix.length; i++) {
      if (bytes[i] != primaryPrefix[i]) {
        return true;
      }
    }
    return false;
  }

  /** Tink starts each ciphertext with 0x01 and the key's id, big-endian. */
  private static byte[] prefix(int id) {
    return new byte[] {1, (byte) (id >> 24), (byte) (id >> 16), (byte) (id >> 8), (byte) id};
  }

  private static AesGcmKey key(int id, byte[] bytes) throws GeneralSecurityException {
    var parameters =
        AesGcmParameters.builder()
            .setKeySizeBytes(KEY_BYTES)
            .setIvSizeBytes(12)
            .setTagSizeBytes(16)
            .setVariant(AesGcmParameters.Variant.TINK)
            .build();
    return AesGcmKey.builder()
        .setParameters(parameters)
        .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
        .setIdRequirement(id)
        .build();
  }
}
