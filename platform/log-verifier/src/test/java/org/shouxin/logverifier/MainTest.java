package org.shouxin.logverifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final List<byte[]> LEAVES =
      List.of("one".getBytes(), "two".getBytes(), "three".getBytes());

  @TempDir Path dir;
  private KeyPair keys;

  @BeforeEach
  void aKeyAndReceipts() throws Exception {
    keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    write("key", Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
    write("content", "two");
    write("receipt.json", receipt(head(3)));
    write("old.json", head(2));
    write("new.json", head(3));
    write("proof.json", "{\"proof\":[%s]}".formatted(quoted(ReferenceTree.consistency(2, LEAVES))));
  }

  @Test
  void aTrueReceiptHolds() {
    assertThat(run("verify", "receipt.json", "key", "content"))
        .isEqualTo("0 HOLDS: leaf 1 of log " + "test, tree of 3 leaves, content equal");
  }

  @Test
  void aChangedContentIsRejected() throws IOException {
    write("content", "twO");
    assertThat(run("verify", "receipt.json", "key", "content"))
        .isEqualTo("1 REJECTED: the content is not what was logged");
  }

  @Test
  void anotherSignerIsRejected() throws Exception {
    var other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    write("key", Base64.getEncoder().encodeToString(other.getPublic().getEncoded()));
    assertThat(run("verify", "receipt.json", "key")).startsWith("1 REJECTED: the signature");
  }

  @Test
  void anExtensionHoldsAndARewriteIsRejected() throws Exception {
    assertThat(run("extends", "old.json", "new.json", "proof.json", "key"))
        .isEqualTo("0 HOLDS: 2 leaves kept, 3 now");
    write(
        "new.json",
        head(3, ReferenceTree.root(List.of(LEAVES.get(1), LEAVES.get(0), LEAVES.get(2)))));
    assertThat(run("extends", "old.json", "new.json", "proof.json", "key"))
        .startsWith("1 REJECTED: the consistency proof");
  }

  @Test
  void aReceiptThatCarriesItsContentNeedsTheKeyAlone() throws Exception {
    String bare = receipt(head(3));
    write("receipt.json", bare.replaceFirst("\\{", "{\"content\":\"two\","));
    String key = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());

    assertThat(run("verify", "receipt.json", "key"))
        .isEqualTo("0 HOLDS: leaf 1 of log test, tree of 3 leaves, content equal");
    assertThat(run("verify", "receipt.json", key)).startsWith("0 HOLDS");
    write("key", "{\"log\":\"test\",\"publicKey\":\"%s\"}".formatted(key));
    assertThat(run("verify", "receipt.json", "key")).startsWith("0 HOLDS");
    write("receipt.json", bare.replaceFirst("\\{", "{\"content\":\"too\","));
    assertThat(run("verify", "receipt.json", "key"))
        .isEqualTo("1 REJECTED: the content is not what was logged");
  }

  @Test
  void aRecordThatWasReplacedInItsPlaceIsNamed() throws Exception {
    write("old.json", receipt(head(3)));
    assertThat(run("same", "old.json", "receipt.json", "key"))
        .isEqualTo("0 HOLDS: leaf 1 is what it was");
    List<byte[]> rewritten = List.of(LEAVES.get(0), "twenty".getBytes(), LEAVES.get(2));
    write("receipt.json", receipt(1, rewritten));
    assertThat(run("verify", "receipt.json", "key")).startsWith("0 HOLDS");

    assertThat(run("same", "old.json", "receipt.json", "key"))
        .startsWith("1 REJECTED: the log was rewritten: leaf 1 was");
  }

  @Test
  void helpTellsTheCommands() {
    assertThat(run("help")).startsWith("0 usage").contains("verify RECEIPT.json KEY");
  }

  @Test
  void badFilesAndWrongUseAreSaid() throws IOException {
    write("receipt.json", "{\"leafIndex\":\"one\"}");
    assertThat(run("verify", "receipt.json", "key"))
        .isEqualTo("1 REJECTED: the field leafIndex is not a whole number");
    assertThat(run("verify", "absent.json", "key")).startsWith("2 cannot read");
    assertThat(run("prove")).startsWith("2 usage");
  }

  private String receipt(String head) {
    return "{\"leafIndex\":1,\"leafHash\":\"%s\",\"head\":%s,\"inclusion\":[%s]}"
        .formatted(
            HEX.formatHex(MerkleProof.leafHash(LEAVES.get(1))),
            head,
            quoted(ReferenceTree.path(1, LEAVES)));
  }

  private String receipt(int index, List<byte[]> leaves) throws GeneralSecurityException {
    return "{\"leafIndex\":%d,\"leafHash\":\"%s\",\"head\":%s,\"inclusion\":[%s]}"
        .formatted(
            index,
            HEX.formatHex(MerkleProof.leafHash(leaves.get(index))),
            head(leaves.size(), ReferenceTree.root(leaves)),
            quoted(ReferenceTree.path(index, leaves)));
  }

  private String head(int size) throws GeneralSecurityException {
    return head(size, ReferenceTree.root(LEAVES.subList(0, size)));
  }

  private String head(int size, byte[] root) throws GeneralSecurityException {
    byte[] name = "test".getBytes(StandardCharsets.UTF_8);
    byte[] bytes =
        ByteBuffer.allocate(1 + name.length + 8 + 8 + 1 + 32 + 2)
            .put((byte) name.length)
            .put(name)
            .putLong(1000)
            .putLong(size)
            .put((byte) 32)
            .put(root)
            .putShort((short) 0)
            .array();
    var signer = Signature.getInstance("Ed25519");
    signer.initSign(keys.getPrivate());
    signer.update(bytes);
    return ("{\"log\":\"test\",\"treeSize\":%d,\"rootHash\":\"%s\","
            + "\"timestamp\":\"1970-01-01T00:00:01Z\",\"signature\":\"%s\"}")
        .formatted(size, HEX.formatHex(root), HEX.formatHex(signer.sign()));
  }

  private static String quoted(List<byte[]> hashes) {
    return hashes.stream().map(h -> '"' + HEX.formatHex(h) + '"').collect(Collectors.joining(","));
  }

  private String run(String... args) {
    var out = new ByteArrayOutputStream();
    String[] paths = args.clone();
    for (int i = 1; i < paths.length; i++) {
      paths[i] = paths[i].startsWith("MC") ? paths[i] : dir.resolve(paths[i]).toString();
    }
    int code = Main.run(paths, new PrintStream(out, true, StandardCharsets.UTF_8));
    return code + " " + out.toString(StandardCharsets.UTF_8).strip();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(dir.resolve(name), text);
  }
}
