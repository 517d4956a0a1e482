package org.shouxin.chassis.log;

import java.util.ArrayList;
import java.util.List;

/**
 * Which runs of leaves [from, to) a proof consists of, in the order of RFC 9162 sections 2.1.3.1
 * and 2.1.4.1. Pure arithmetic; the hashes are read afterwards, O(log n) of them.
 */
record ProofPlan(List<Run> runs) {

  record Run(long from, long to) {}

  static ProofPlan inclusion(long index, long treeSize) {
    List<Run> runs = new ArrayList<>();
    path(index, 0, treeSize, runs);
    return new ProofPlan(runs);
  }

  static ProofPlan consistency(long first, long second) {
    List<Run> runs = new ArrayList<>();
    subProof(first, 0, second, true, runs);
    return new ProofPlan(runs);
  }

  private static void path(long index, long from, long to, List<Run> runs) {
    if (to - from == 1) {
      return;
    }
    long middle = from + split(to - from);
    if (index < middle) {
      path(index, from, middle, runs);
      runs.add(new Run(middle, to));
    } else {
      path(index, middle, to, runs);
      runs.add(new Run(from, middle));
    }
  }

  private static void subProof(long first, long from, long to, boolean whole, List<Run> runs) {
    if (first == to) {
      if (!whole) {
        runs.add(new Run(from, to));
      }
      return;
    }
    long middle = from + split(to - from);
    if (first <= middle) {
      subProof(first, from, middle, whole, runs);
      runs.add(new Run(middle, to));
    } else {
      subProof(first, middle, to, false, runs);
      runs.add(new Run(from, middle));
    }
  }

  private static long split(long n) {
    return Long.highestOneBit(n - 1);
  }
}
