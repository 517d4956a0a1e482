package org.shouxin.logverifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MerkleProofTest {
  private static final HexFormat HEX = HexFormat.of();

  /** Leaves and roots that implementations of Certificate Transparency share as test vectors. */
  private static final List<String> KNOWN_LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> KNOWN_ROOTS =
      List.of(
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  @Test
  void theReferenceTreeHasTheKnownRoots() {
    List<byte[]> leaves = KNOWN_LEAVES.stream().map(HEX::parseHex).toList();
    for (int n = 1; n <= leaves.size(); n++) {
      assertThat(HEX.formatHex(ReferenceTree.root(leaves.subList(0, n))))
          .isEqualTo(KNOWN_ROOTS.get(n - 1));
    }
  }

  @Property(tries = 300)
  void everyLeafIsProvedAndNoOther(
      @ForAll @IntRange(min = 1, max = 70) int size, @ForAll @IntRange(min = 0, max = 69) int at) {
    List<byte[]> leaves = leaves(size);
    int index = at % size;
    byte[] root = ReferenceTree.root(leaves);
    List<byte[]> path = ReferenceTree.path(index, leaves);
    byte[] leaf = MerkleProof.leafHash(leaves.get(index));
    MerkleProof.inclusion(leaf, index, size, path, root);

    byte[] changed = MerkleProof.leafHash(new byte[] {99});
    rejected(() -> MerkleProof.inclusion(changed, index, size, path, root));
    rejected(() -> MerkleProof.inclusion(leaf, size, size, path, root));
    if (size > 1) {
      rejected(() -> MerkleProof.inclusion(leaf, (index + 1) % size, size, path, root));
      rejected(
          () -> MerkleProof.inclusion(leaf, index, size, path.subList(0, path.size() - 1), root));
    }
    List<byte[]> longer = new ArrayList<>(path);
    longer.add(root);
    rejected(() -> MerkleProof.inclusion(leaf, index, size, longer, root));
  }

  @Property(tries = 300)
  void everyExtensionIsProvedAndNoRewriting(
      @ForAll @IntRange(min = 1, max = 70) int second,
      @ForAll @IntRange(min = 0, max = 69) int at) {
    int first = 1 + at % second;
    List<byte[]> leaves = leaves(second);
    byte[] oldRoot = ReferenceTree.root(leaves.subList(0, first));
    byte[] newRoot = ReferenceTree.root(leaves);
    List<byte[]> proof = ReferenceTree.consistency(first, leaves);
    MerkleProof.consistency(first, oldRoot, second, newRoot, proof);

    List<byte[]> rewritten = new ArrayList<>(leaves);
    rewritten.set(first - 1, new byte[] {99, 99});
    byte[] rewrittenRoot = ReferenceTree.root(rewritten);
    List<byte[]> rewrittenProof = ReferenceTree.consistency(first, rewritten);
    rejected(() -> MerkleProof.consistency(first, oldRoot, second, rewrittenRoot, rewrittenProof));
  }

  private static void rejected(Runnable check) {
    assertThatThrownBy(check::run).isInstanceOf(ProofRejected.class);
  }

  private static List<byte[]> leaves(int n) {
    return IntStream.range(0, n).mapToObj(i -> new byte[] {(byte) i, (byte) (i >> 4)}).toList();
  }
}
