package org.shouxin.chassis.log;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of leaves that is one complete subtree: {@code level} says how many (2^level), {@code
 * index} which. Every hash of a proof is folded from such runs, and each of them is stored once.
 */
record NodeRange(int level, long index) {

  /** The largest complete subtrees, left to right, that make up the leaves [from, to). */
  static List<NodeRange> covering(long from, long to) {
    List<NodeRange> ranges = new ArrayList<>();
    long at = from;
    while (at < to) {
      int level = at == 0 ? 62 : Long.numberOfTrailingZeros(at);
      while ((1L << level) > to - at) {
        level--;
      }
      ranges.add(new NodeRange(level, at >> level));
      at += 1L << level;
    }
    return ranges;
  }

  /** Folds subtrees that {@link #covering} listed into the hash of the whole run. */
  static byte[] fold(List<byte[]> hashes) {
    byte[] right = hashes.get(hashes.size() - 1);
    for (int i = hashes.size() - 2; i >= 0; i--) {
      right = MerkleHash.node(hashes.get(i), right);
    }
    return right;
  }
}
