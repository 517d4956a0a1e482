package org.shouxin.logverifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The offline verifier: {@code verify} checks that a record stands in the log, {@code extends} that
 * a later head keeps everything an earlier one had, {@code same} that a record's place holds what
 * it held when an older receipt was given. Exit codes: 0 holds, 1 rejected, 2 wrong use or
 * unreadable file.
 */
public final class Main {
  private static final String USAGE =
      """
      usage: java -jar log-verifier-cli.jar COMMAND
        verify RECEIPT.json KEY [CONTENT]
            the record stands in the log that the key signed; checks the content
            that the receipt carries, or the file CONTENT
        extends OLD_HEAD.json NEW_HEAD.json PROOF.json KEY
            the new head keeps every record of the old one: nothing was rewritten
        same OLD_RECEIPT.json NEW_RECEIPT.json KEY
            the record is the one that the older receipt was given for
        help
      KEY is the log's public key: a file with it, or the base64 text itself.
      Nothing is asked over the network. Exit code 0 holds, 1 rejected, 2 wrong use.
      """;

  private Main() {}

  public static void main(String[] args) {
    System.exit(run(args, System.out));
  }

  static int run(String[] args, PrintStream out) {
    List<String> rest = args.length == 0 ? List.of() : Arrays.asList(args).subList(1, args.length);
    String command = args.length == 0 ? "" : args[0];
    try {
      if (command.equals("verify") && (rest.size() == 2 || rest.size() == 3)) {
        verify(rest, out);
      } else if (command.equals("extends") && rest.size() == 4) {
        extend(rest, out);
      } else if (command.equals("same") && rest.size() == 3) {
        same(rest, out);
      } else {
        out.print(USAGE);
        return command.equals("help") ? 0 : 2;
      }
      return 0;
    } catch (ProofRejected e) {
      out.println("REJECTED: " + e.getMessage());
      return 1;
    } catch (IOException e) {
      out.println("cannot read " + e.getMessage());
      return 2;
    }
  }

  private static void verify(List<String> args, PrintStream out) throws IOException {
    Receipt receipt = Receipt.parse(read(args.get(0)));
    byte[] content = args.size() == 3 ? read(args.get(2)) : receipt.content();
    receipt.verify(key(args.get(1)), content);
    out.printf(
        "HOLDS: leaf %d of log %s, tree of %d leaves%s%n",
        receipt.leafIndex(),
        receipt.head().log(),
        receipt.head().treeSize(),
        content == null ? " (content not given: hash alone)" : ", content equal");
  }

  private static void extend(List<String> args, PrintStream out) throws IOException {
    SignedHead old = Receipt.parseHead(read(args.get(0)));
    SignedHead later = Receipt.parseHead(read(args.get(1)));
    PublicKey key = key(args.get(3));
    old.verify(key);
    later.verify(key);
    MerkleProof.consistency(
        old.treeSize(),
        old.rootHash(),
        later.treeSize(),
        later.rootHash(),
        Receipt.parseConsistency(read(args.get(2))));
    out.printf("HOLDS: %d leaves kept, %d now%n", old.treeSize(), later.treeSize());
  }

  private static void same(List<String> args, PrintStream out) throws IOException {
    Receipt old = Receipt.parse(read(args.get(0)));
    Receipt later = Receipt.parse(read(args.get(1)));
    PublicKey key = key(args.get(2));
    old.verify(key, old.content());
    later.verify(key, later.content());
    if (old.leafIndex() != later.leafIndex()
        || !MessageDigest.isEqual(old.leafHash(), later.leafHash())) {
      throw new ProofRejected(
          "the log was rewritten: leaf %d was %s, leaf %d is %s"
              .formatted(
                  old.leafIndex(), hex(old.leafHash()), later.leafIndex(), hex(later.leafHash())));
    }
    out.printf("HOLDS: leaf %d is what it was%n", old.leafIndex());
  }

  /** The key itself, or the file that has it: bare, or as {@code GET /v1/log/key} answers. */
  private static PublicKey key(String argument) throws IOException {
    if (argument.startsWith("MCowBQYDK2Vw")) {
      return Receipt.parseKey(argument);
    }
    return Receipt.parseKey(Files.readString(Path.of(argument)));
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  private static byte[] read(String file) throws IOException {
    return Files.readAllBytes(Path.of(file));
  }
}
