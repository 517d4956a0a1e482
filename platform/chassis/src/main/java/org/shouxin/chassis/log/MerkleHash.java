package org.shouxin.chassis.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The two hashes of an RFC 9162 tree. The prefixes keep a leaf from passing as a node. */
final class MerkleHash {
  private MerkleHash() {}

  static byte[] leaf(byte[] content) {
    MessageDigest digest = sha256();
    digest.update((byte) 0);
    return digest.digest(content);
  }

  static byte[] node(byte[] left, byte[] right) {
    MessageDigest digest = sha256();
    digest.update((byte) 1);
    digest.update(left);
    return digest.digest(right);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must have SHA-256", e);
    }
  }
}
