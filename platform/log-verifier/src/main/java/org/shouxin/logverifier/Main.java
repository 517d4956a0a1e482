package org.shouxin.logverifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The offline verifier: {@code verify RECEIPT KEY [CONTENT]} checks that a record stands in the
 * log, {@code extends OLD_HEAD NEW_HEAD PROOF KEY} that a later head keeps everything an earlier
 * one had. Exit codes: 0 holds, 1 rejected, 2 wrong use or unreadable file.
 */
public final class Main {
  private static final String USAGE =
      """
      usage: log-verifier verify RECEIPT.json KEY [CONTENT]
             log-verifier extends OLD_HEAD.json NEW_HEAD.json PROOF.json KEY
      """;

  private Main() {}

  public static void main(String[] args) {
    System.exit(run(args, System.out));
  }

  static int run(String[] args, PrintStream out) {
    try {
      if (args.length >= 3 && args.length <= 4 && args[0].equals("verify")) {
        verify(args, out);
        return 0;
      }
      if (args.length == 5 && args[0].equals("extends")) {
        extend(args, out);
        return 0;
      }
      out.print(USAGE);
      return 2;
    } catch (ProofRejected e) {
      out.println("REJECTED: " + e.getMessage());
      return 1;
    } catch (IOException e) {
      out.println("cannot read " + e.getMessage());
      return 2;
    }
  }

  private static void verify(String[] args, PrintStream out) throws IOException {
    Receipt receipt = Receipt.parse(read(args[1]));
    byte[] content = args.length == 4 ? read(args[3]) : null;
    receipt.verify(Receipt.parseKey(Files.readString(Path.of(args[2]))), content);
    out.printf(
        "HOLDS: leaf %d of log %s, tree of %d leaves%s%n",
        receipt.leafIndex(),
        receipt.head().log(),
        receipt.head().treeSize(),
        content == null ? " (content not given: hash alone)" : ", content equal");
  }

  private static void extend(String[] args, PrintStream out) throws IOException {
    SignedHead old = Receipt.parseHead(read(args[1]));
    SignedHead later = Receipt.parseHead(read(args[2]));
    var key = Receipt.parseKey(Files.readString(Path.of(args[4])));
    old.verify(key);
    later.verify(key);
    MerkleProof.consistency(
        old.treeSize(),
        old.rootHash(),
        later.treeSize(),
        later.rootHash(),
        Receipt.parseConsistency(read(args[3])));
    out.printf("HOLDS: %d leaves kept, %d now%n", old.treeSize(), later.treeSize());
  }

  private static byte[] read(String file) throws IOException {
    return Files.readAllBytes(Path.of(file));
  }
}
