package org.shouxin.chassis.log;

import com.google.crypto.tink.subtle.Ed25519Sign;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The Ed25519 key that signs the heads of this service's log. */
@ApplicationScoped
class LogKey {
  /** What precedes the 32 key bytes in the X.509 form of an Ed25519 public key (RFC 8410). */
  private static final byte[] X509_PREFIX = {
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
  };

  private final String log;
  private final Ed25519Sign signer;
  private final byte[] publicKey;

  LogKey(
      @ConfigProperty(name = "shouxin.service") String log,
      @ConfigProperty(name = "shouxin.log.signing-key") String pkcs8Base64) {
    this.log = log;
    try {
      Ed25519Sign.KeyPair pair = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed(pkcs8Base64));
      this.signer = new Ed25519Sign(pair.getPrivateKey());
      this.publicKey = pair.getPublicKey();
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "shouxin.log.signing-key must be an Ed25519 private key: base64 of its PKCS 8 form", e);
    }
  }

  String log() {
    return log;
  }

  /** Base64 of the X.509 form. */
  String publicKey() {
    byte[] der = ByteBuffer.allocate(44).put(X509_PREFIX).put(publicKey).array();
    return Base64.getEncoder().encodeToString(der);
  }

  /** Signs a head; the time is kept to the millisecond because that is what is signed. */
  byte[] sign(long treeSize, byte[] rootHash, Instant at) {
    try {
      return signer.sign(bytes(treeSize, rootHash, at));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the head of the log could not be signed", e);
    }
  }

  /** Whether this key signed the head. Ed25519 signs the same bytes the same way every time. */
  boolean signed(long treeSize, byte[] rootHash, Instant at, byte[] signature) {
    return MessageDigest.isEqual(sign(treeSize, rootHash, at), signature);
  }

  private byte[] bytes(long treeSize, byte[] rootHash, Instant at) {
    byte[] name = log.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(1 + name.length + 8 + 8 + 1 + rootHash.length + 2)
        .put((byte) name.length)
        .put(name)
        .putLong(at.toEpochMilli())
        .putLong(treeSize)
        .put((byte) rootHash.length)
        .put(rootHash)
        .putShort((short) 0)
        .array();
  }

  private static byte[] seed(String pkcs8Base64) throws GeneralSecurityException {
    byte[] der = Base64.getDecoder().decode(pkcs8Base64.strip());
    var key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
    return ((EdECPrivateKey) key)
        .getBytes()
        .orElseThrow(() -> new GeneralSecurityException("the key does not show its bytes"));
  }
}
