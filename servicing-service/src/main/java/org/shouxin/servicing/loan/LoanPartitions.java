package org.shouxin.servicing.loan;

import java.util.List;
import java.util.stream.IntStream;

/** The parts in which the whole book is gone through. */
public final class LoanPartitions {

  public static final int COUNT = 64;

  private LoanPartitions() {}

  /** All of them. */
  public static List<Integer> all() {
    return IntStream.range(0, COUNT).boxed().toList();
  }

  /**
   * Puts partitions together, so that a share has no more loans than one transaction should take,
   * but never less than a partition.
   *
   * @param loans how many loans the book has
   */
  public static List<List<Integer>> shares(List<Integer> partitions, long loans, int loansMax) {
    int together = (int) Math.max(1, (long) COUNT * loansMax / Math.max(COUNT, loans));
    int shares = (partitions.size() + together - 1) / together;
    return IntStream.range(0, shares)
        .mapToObj(n -> List.copyOf(share(partitions, n * together, together)))
        .toList();
  }

  private static List<Integer> share(List<Integer> partitions, int from, int together) {
    return partitions.subList(from, Math.min(partitions.size(), from + together));
  }
}
