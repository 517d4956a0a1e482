package org.shouxin.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouxin.localstack.run.Component;
import org.shouxin.localstack.run.StackPorts;
import org.shouxin.localstack.run.UpInstance;
import org.shouxin.localstack.story.StoryOptions;
import picocli.CommandLine;

class UpTest {
  private static final int USAGE = 2;

  @TempDir Path root;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final StringWriter complaints = new StringWriter();
  private final List<StoryOptions> told = new ArrayList<>();
  private String rootBefore;

  @BeforeEach
  void useTemporaryRoot() {
    rootBefore = System.getProperty("shouxin.root", "");
    System.setProperty("shouxin.root", root.toString());
  }

  @AfterEach
  void restoreRoot() {
    System.setProperty("shouxin.root", rootBefore);
  }

  @Test
  void helpTellsEveryOption() {
    StringWriter help = new StringWriter();
    CommandLine commandLine = Up.commandLine(up()).setOut(new PrintWriter(help));
    assertThat(commandLine.execute("--help")).isZero();
    assertThat(help.toString())
        .contains("--story", "--count", "--borrowers", "--seed", "--fresh", "--port-offset")
        .contains("--port", "--gateway-port", "--status", "--stop", "LIMIT_BAL", "PAY_AMT")
        .contains("sex, marriage and age measured", "Ctrl-C", ".local/data", "Exit codes");
  }

  @Test
  void portsMoveTogetherOrOneByOne() {
    Up up = up();
    Up.commandLine(up)
        .parseArgs("--port-offset", "1000", "--port", "kafka=29092", "--gateway-port", "9999");
    StackPorts ports = up.ports();
    assertThat(ports.of(Component.GATEWAY)).isEqualTo(9999);
    assertThat(ports.of(Component.KAFKA)).isEqualTo(29092);
    assertThat(ports.of(Component.RISK)).isEqualTo(9102);
    assertThat(ports.of(Component.POSTGRES)).isEqualTo(16432);
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThat(execute("--port", "moon=1")).isEqualTo(USAGE);
    assertThat(execute("--port", "risk=8103")).isEqualTo(USAGE);
    assertThat(execute("--port-offset", "60000")).isEqualTo(USAGE);
    assertThat(execute("--story", "--count", "0")).isEqualTo(USAGE);
    assertThat(execute("--story", "--borrowers", "no-such-file.csv")).isEqualTo(USAGE);
    assertThat(execute("--story", "--infrastructure")).isEqualTo(USAGE);
    assertThat(execute("--sory")).isEqualTo(USAGE);
    assertThat(complaints.toString())
        .contains("no such component: moon", "port 8103 is given to two components")
        .contains("no-such-file.csv cannot be read");
  }

  @Test
  void aTakenPortIsNamed() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int code =
          execute(
              "--port-offset", "7000", "--port", "servicing=" + other.getLocalPort(), "--fresh");
      assertThat(code).isEqualTo(1);
      assertThat(complaints.toString())
          .contains("port " + other.getLocalPort() + " (servicing) is taken");
    }
  }

  @Test
  void nothingRunsAtFirst() {
    assertThat(execute("--status")).isEqualTo(3);
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("postgres     stopped", "gateway      stopped");
    assertThat(execute("--stop")).isZero();
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("nothing was running");
  }

  @Test
  void theStoryUsesARunningStack() throws IOException {
    Process other = new ProcessBuilder("sleep", "60").start();
    try {
      StackPorts ports = StackPorts.shifted(3000, Map.of());
      UpInstance instance = new UpInstance(root.resolve(".local"));
      instance.claim(ports, other.toHandle());
      assertThat(execute("--story", "--count", "3", "--seed", "9")).isZero();
      assertThat(told).hasSize(1);
      assertThat(told.get(0).count()).isEqualTo(3);
      assertThat(told.get(0).seed()).isEqualTo(9);
      assertThat(told.get(0).gateway()).hasPort(11080);
      assertThat(told.get(0).staffPassword()).hasSizeGreaterThan(20);
      assertThat(execute("--fresh")).isEqualTo(1);
      assertThat(complaints.toString()).contains("./up --stop first");
    } finally {
      other.destroyForcibly();
    }
  }

  private Up up() {
    return new Up(
        options -> {
          told.add(options);
          return 0;
        },
        new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  private int execute(String... arguments) {
    return Up.commandLine(up())
        .setErr(new PrintWriter(complaints, true))
        .setOut(new PrintWriter(complaints, true))
        .execute(arguments);
  }
}
