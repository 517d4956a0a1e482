package org.shouxin.chassis.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.shouxin.logverifier.MerkleProof;

/** The writer's arithmetic against the outside verifier, on trees kept in a map. */
class ProofPlanTest {

  @Property(tries = 500)
  void everyInclusionProofHoldsOutside(
      @ForAll @LongRange(min = 1, max = 200) long size,
      @ForAll @LongRange(min = 0, max = 199) long at) {
    Map<NodeRange, byte[]> tree = tree(size);
    long index = at % size;
    MerkleProof.inclusion(
        MerkleProof.leafHash(content(index)),
        index,
        size,
        hashes(tree, ProofPlan.inclusion(index, size)),
        root(tree, size));
  }

  @Property(tries = 500)
  void everyConsistencyProofHoldsOutside(
      @ForAll @LongRange(min = 1, max = 200) long second,
      @ForAll @LongRange(min = 0, max = 199) long at) {
    Map<NodeRange, byte[]> tree = tree(second);
    long first = 1 + at % second;
    MerkleProof.consistency(
        first,
        root(tree, first),
        second,
        root(tree, second),
        hashes(tree, ProofPlan.consistency(first, second)));
  }

  @Property
  void aCoveringIsWholeAndEachPartComplete(
      @ForAll @LongRange(min = 0, max = 5_000) long from,
      @ForAll @LongRange(min = 1, max = 5_000) long length) {
    long at = from;
    for (NodeRange range : NodeRange.covering(from, from + length)) {
      assertThat(range.index() << range.level()).isEqualTo(at);
      at += 1L << range.level();
    }
    assertThat(at).isEqualTo(from + length);
  }

  private static Map<NodeRange, byte[]> tree(long size) {
    Map<NodeRange, byte[]> nodes = new HashMap<>();
    for (long i = 0; i < size; i++) {
      nodes.put(new NodeRange(0, i), MerkleHash.leaf(content(i)));
    }
    for (int level = 1; 1L << level <= size; level++) {
      for (long i = 0; i < size >> level; i++) {
        nodes.put(
            new NodeRange(level, i),
            MerkleHash.node(
                nodes.get(new NodeRange(level - 1, 2 * i)),
                nodes.get(new NodeRange(level - 1, 2 * i + 1))));
      }
    }
    return nodes;
  }

  private static byte[] root(Map<NodeRange, byte[]> tree, long size) {
    return NodeRange.fold(NodeRange.covering(0, size).stream().map(tree::get).toList());
  }

  private static List<byte[]> hashes(Map<NodeRange, byte[]> tree, ProofPlan plan) {
    List<byte[]> hashes = new ArrayList<>();
    for (ProofPlan.Run run : plan.runs()) {
      hashes.add(
          NodeRange.fold(
              NodeRange.covering(run.from(), run.to()).stream().map(tree::get).toList()));
    }
    return hashes;
  }

  private static byte[] content(long i) {
    return Long.toString(i).getBytes();
  }
}
