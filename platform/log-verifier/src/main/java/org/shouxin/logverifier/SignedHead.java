package org.shouxin.logverifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;

/**
 * A signed tree head: the log's name, its size, its root hash and the time it was signed at.
 *
 * <p>Signed bytes, big-endian, after the shape of TreeHeadDataV2 in RFC 9162 section 4.10: one byte
 * with the length of the log's name and the name in UTF-8, 8 bytes milliseconds since the epoch, 8
 * bytes tree size, one byte hash length, the hash, two bytes of zero for no extensions.
 *
 * @param timestampMillis milliseconds since 1970-01-01T00:00:00Z
 */
public record SignedHead(
    String log, long treeSize, byte[] rootHash, long timestampMillis, byte[] signature) {

  /**
   * Checks the Ed25519 signature.
   *
   * @throws ProofRejected when it does not hold under {@code key}
   */
  public void verify(PublicKey key) {
    try {
      var verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(signedBytes());
      if (!verifier.verify(signature)) {
        throw new ProofRejected("the signature of the head does not hold under the public key");
      }
    } catch (GeneralSecurityException e) {
      throw new ProofRejected("the signature of the head cannot be read: " + e.getMessage());
    }
  }

  private byte[] signedBytes() {
    byte[] name = log.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(1 + name.length + 8 + 8 + 1 + rootHash.length + 2)
        .put((byte) name.length)
        .put(name)
        .putLong(timestampMillis)
        .putLong(treeSize)
        .put((byte) rootHash.length)
        .put(rootHash)
        .putShort((short) 0)
        .array();
  }
}
