package org.shouxin.localstack.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessTest {
  @TempDir Path directory;

  private RunDirectory registry;

  @BeforeEach
  void open() {
    registry = new RunDirectory(directory.resolve("run"));
  }

  @Test
  void aKilledProcessStartsAgainUnderANewId() {
    ManagedProcess process = process("sleep 60", Duration.ofSeconds(5), true);
    process.start();
    process.awaitReady();
    long first = process.pid();
    assertThat(registry.read("sample")).isPresent();
    process.kill();
    assertThat(process.isAlive()).isFalse();
    assertThat(registry.read("sample")).isEmpty();
    process.restart();
    assertThat(process.isAlive()).isTrue();
    assertThat(process.pid()).isNotEqualTo(first);
    process.stop();
    assertThat(process.isAlive()).isFalse();
    assertThat(registry.names()).isEmpty();
  }

  @Test
  void aProcessThatEndsTooEarlyTellsWhy() {
    ManagedProcess process = process("echo out of paper; exit 3", Duration.ofSeconds(5), false);
    process.start();
    assertThatThrownBy(process::awaitReady)
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("sample ended before it was ready")
        .hasMessageContaining("out of paper");
    process.stop();
  }

  @Test
  void aProcessThatNeverGetsReadyIsNotWaitedForForEver() {
    ManagedProcess process = process("sleep 60", Duration.ofSeconds(1), false);
    process.start();
    assertThatThrownBy(process::awaitReady)
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("not ready within 1 s");
    process.stop();
  }

  @Test
  void anIdGivenToAnotherProcessIsNotTakenForOurs() throws Exception {
    Files.createDirectories(directory.resolve("run"));
    Files.writeString(
        directory.resolve("run/other.pid"), ProcessHandle.current().pid() + "\n12345\n");
    assertThat(registry.read("other")).isEmpty();
    registry.write("self", ProcessHandle.current());
    assertThat(registry.read("self")).isPresent();
    assertThat(registry.names()).containsExactly("other", "self");
  }

  @Test
  void secretsAreMadeOnceAndReadableByTheOwnerOnly() throws Exception {
    StackSecrets first = StackSecrets.open(directory.resolve("secrets"));
    String password = first.staffPassword();
    assertThat(StackSecrets.open(directory.resolve("secrets")).staffPassword()).isEqualTo(password);
    assertThat(first.logKey("risk")).isNotEqualTo(first.logKey("servicing"));
    assertThat(Files.getPosixFilePermissions(directory.resolve("secrets/secrets.properties")))
        .hasSize(2);
  }

  @Test
  void aClassArchiveIsKeptOnlyAfterAGoodEndAndUsedFromThenOn() throws Exception {
    Path jar = Files.writeString(directory.resolve("program.jar"), "one");
    ClassArchive archive = ClassArchive.of(directory, "program", jar);
    assertThat(archive.options().get(0)).startsWith("-XX:ArchiveClassesAtExit=");
    Path written = Path.of(archive.options().get(0).split("=")[1]);
    Files.writeString(written, "classes");
    assertThat(archive.exists()).isFalse();
    archive.keep();
    assertThat(archive.options().get(0)).startsWith("-XX:SharedArchiveFile=");
    Files.writeString(jar, "rebuilt");
    assertThat(ClassArchive.of(directory, "program", jar).exists()).isFalse();
    assertThat(archive.exists()).isFalse();
  }

  @Test
  void configurationKeysBecomeEnvironmentVariables() {
    assertThat(ServiceEnvironment.variable("shouxin.parties.bank.webhook-secret"))
        .isEqualTo("SHOUXIN_PARTIES_BANK_WEBHOOK_SECRET");
    ServiceEnvironment environment =
        new ServiceEnvironment(
            StackPorts.defaults(), StackSecrets.open(directory.resolve("secrets")));
    assertThat(environment.of(Component.ORIGINATION))
        .containsEntry("SHOUXIN_DB_NAME", "origination")
        .containsEntry("SHOUXIN_REQUIRE_DURABLE_DATABASE", "true")
        .containsKeys("SHOUXIN_PII_KEYSET", "SHOUXIN_LOG_SIGNING_KEY", "QUARKUS_MAILER_PORT");
    assertThat(environment.of(Component.RISK)).doesNotContainKey("SHOUXIN_PII_KEYSET");
    assertThat(environment.of(Component.GATEWAY)).doesNotContainKey("SHOUXIN_DB_HOST");
  }

  private ManagedProcess process(String script, Duration readyMax, boolean ready) {
    ClassArchive archive =
        ClassArchive.of(directory.resolve("cache"), "sample", Path.of("/bin/sh"));
    Launch launch =
        new Launch(
            "sample",
            List.of("sh", "-c", script),
            Map.of(),
            Optional.empty(),
            () -> ready,
            readyMax,
            "TERM",
            Optional.of(archive));
    return new ManagedProcess(launch, directory.resolve("sample.log"), registry);
  }
}
