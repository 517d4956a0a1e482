package org.shouxin.logverifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as a borrower runs it: a process of its own, a receipt and the public key. */
class CliJarIT {

  /** The head and receipt of a log of one leaf, whose content is the two bytes "{}". */
  private static final String RECEIPT =
      """
      {"leafIndex":0,"leafHash":"%1$s","content":"{}","inclusion":[],
       "head":{"log":"test","treeSize":1,"rootHash":"%1$s","timestamp":"1970-01-01T00:00:01Z",
               "signature":"00"}}""";

  @TempDir Path dir;

  @Test
  void itTellsItsUse() throws Exception {
    assertThat(run("help")).startsWith("0 usage: java -jar");
    assertThat(run()).startsWith("2 usage: java -jar");
  }

  @Test
  void itVerifiesWithTheKeyAloneAndRejectsAForgedHead() throws Exception {
    SignedFixture signed = SignedFixture.of("{}");
    Path receipt = Files.writeString(dir.resolve("receipt.json"), signed.receipt());

    assertThat(run("verify", receipt.toString(), signed.key()))
        .isEqualTo("0 HOLDS: leaf 0 of log test, tree of 1 leaves, content equal");

    Files.writeString(receipt, RECEIPT.formatted(signed.leafHash()));
    assertThat(run("verify", receipt.toString(), signed.key())).startsWith("1 REJECTED");
  }

  private String run(String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    command.addAll(List.of("-jar", System.getProperty("cli.jar")));
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + " " + out.strip();
  }
}
