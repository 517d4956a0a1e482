package org.shouxin.logverifier;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Checks Merkle proofs as RFC 9162 sections 2.1.3.2 and 2.1.4.2 describe: SHA-256, leaves prefixed
 * with 0x00, inner nodes with 0x01. Both checks walk the proof once, O(log n) hashes.
 */
public final class MerkleProof {
  private MerkleProof() {}

  /** The leaf hash of a content: SHA-256(0x00 || content). */
  public static byte[] leafHash(byte[] content) {
    return sha256(new byte[] {0}, content);
  }

  /**
   * Proves that {@code leafHash} stands at {@code index} of the tree of {@code treeSize} leaves.
   *
   * @throws ProofRejected when the proof does not lead to {@code root}
   */
  public static void inclusion(
      byte[] leafHash, long index, long treeSize, List<byte[]> proof, byte[] root) {
    if (index < 0 || index >= treeSize) {
      throw new ProofRejected("leaf index " + index + " is outside the tree of " + treeSize);
    }
    long fn = index;
    long sn = treeSize - 1;
    byte[] r = leafHash;
    for (byte[] p : proof) {
      if (sn == 0) {
        throw new ProofRejected("the inclusion proof is too long");
      }
      if ((fn & 1) == 1 || fn == sn) {
        r = node(p, r);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        r = node(r, p);
      }
      fn >>= 1;
      sn >>= 1;
    }
    if (sn != 0) {
      throw new ProofRejected("the inclusion proof is too short");
    }
    if (!MessageDigest.isEqual(r, root)) {
      throw new ProofRejected("the inclusion proof does not lead to the root hash of the head");
    }
  }

  /**
   * Proves that the tree of {@code second} leaves extends the tree of {@code first} leaves: nothing
   * that stood in the first was changed, moved or removed.
   *
   * @throws ProofRejected when the proof does not lead to both roots
   */
  public static void consistency(
      long first, byte[] firstRoot, long second, byte[] secondRoot, List<byte[]> proof) {
    if (first < 1 || first > second) {
      throw new ProofRejected("a consistency proof needs 1 <= first <= second");
    }
    if (first == second) {
      if (!proof.isEmpty() || !MessageDigest.isEqual(firstRoot, secondRoot)) {
        throw new ProofRejected("two heads of the same size differ: the log was forked");
      }
      return;
    }
    if (proof.isEmpty()) {
      throw new ProofRejected("the consistency proof is empty");
    }
    boolean firstIsComplete = (first & (first - 1)) == 0;
    long fn = first - 1;
    long sn = second - 1;
    while ((fn & 1) == 1) {
      fn >>= 1;
      sn >>= 1;
    }
    int next = firstIsComplete ? 0 : 1;
    byte[] fr = firstIsComplete ? firstRoot : proof.get(0);
    byte[] sr = fr;
    for (byte[] c : proof.subList(next, proof.size())) {
      if (sn == 0) {
        throw new ProofRejected("the consistency proof is too long");
      }
      if ((fn & 1) == 1 || fn == sn) {
        fr = node(c, fr);
        sr = node(c, sr);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        sr = node(sr, c);
      }
      fn >>= 1;
      sn >>= 1;
    }
    if (sn != 0) {
      throw new ProofRejected("the consistency proof is too short");
    }
    if (!MessageDigest.isEqual(fr, firstRoot)) {
      throw new ProofRejected("the consistency proof does not lead to the first root hash");
    }
    if (!MessageDigest.isEqual(sr, secondRoot)) {
      throw new ProofRejected("the consistency proof does not lead to the second root hash");
    }
  }

  private static byte[] node(byte[] left, byte[] right) {
    var both = new ByteArrayOutputStream(64);
    both.writeBytes(left);
    both.writeBytes(right);
    return sha256(new byte[] {1}, both.toByteArray());
  }

  private static byte[] sha256(byte[] prefix, byte[] content) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(prefix);
      return digest.digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must have SHA-256", e);
    }
  }
}
