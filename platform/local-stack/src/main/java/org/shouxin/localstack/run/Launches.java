package org.shouxin.localstack.run;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.shouxin.localstack.kafka.Broker;
import org.shouxin.localstack.keycloak.KeycloakDistribution;
import org.shouxin.localstack.postgres.Postgres;
import org.shouxin.localstack.standin.StandInMain;

/** How each component of the stack is started. */
final class Launches {
  /** Keycloak thinks inside a transaction while it imports a realm; on a busy machine, for long. */
  private static final String KEYCLOAK_PATIENCE = "-c%20idle_in_transaction_session_timeout=120000";

  private static final Duration READY_MAX = Duration.ofSeconds(180);
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  /** The code cache is named because C1 alone gets 48 MB, which a long run can fill. */
  private static final List<String> SMALL_JVM =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:ReservedCodeCacheSize=128m",
          "-XX:+ExitOnOutOfMemoryError");

  private final StackOptions options;
  private final StackSecrets secrets;
  private final ServiceEnvironment environment;

  Launches(StackOptions options, StackSecrets secrets) {
    this.options = options;
    this.secrets = secrets;
    this.environment = new ServiceEnvironment(options.ports(), secrets);
  }

  Launch postgres() {
    Path data = options.data().resolve("postgres");
    List<String> command =
        ownProgram(
            "128m",
            Postgres.class,
            data,
            port(Component.POSTGRES),
            options.cache().resolve("postgres"),
            options.logs().resolve("postgres.log"));
    return launch(
        Component.POSTGRES,
        command,
        Map.of(),
        Optional.of(data.resolve("postmaster.pid")),
        () -> true,
        "INT",
        archive(Postgres.class));
  }

  Launch kafka() {
    Path ready = options.run().resolve("kafka.ready");
    List<String> command =
        ownProgram(
            "320m",
            Broker.class,
            options.data().resolve("kafka"),
            port(Component.KAFKA),
            port(Component.KAFKA_CONTROLLER),
            ready);
    ready.toFile().delete();
    return launch(
        Component.KAFKA,
        command,
        Map.of(),
        Optional.empty(),
        () -> Files.exists(ready),
        "TERM",
        archive(Broker.class));
  }

  Launch standIns() {
    List<String> command =
        ownProgram(
            "160m",
            StandInMain.class,
            "--port",
            port(Component.STAND_INS),
            "--smtp-port",
            port(Component.SMTP),
            "--directory",
            options.data().resolve("stand-ins"),
            "--bank-webhook-url",
            environment.url(Component.SERVICING) + "/v1/bank-webhooks",
            "--receipts-url",
            environment.url(Component.SERVICING) + "/v1/messaging-receipts",
            "--webhook-secret",
            secrets.webhookSecret());
    URI counters = URI.create(environment.url(Component.STAND_INS) + "/admin/counters");
    return launch(
        Component.STAND_INS,
        command,
        Map.of(),
        Optional.empty(),
        () -> HttpProbe.isOk(counters),
        "TERM",
        archive(StandInMain.class));
  }

  Launch keycloak(KeycloakDistribution distribution) {
    ClassArchive archive = ClassArchive.of(options.cache(), "keycloak", distribution.jar());
    String port = port(Component.KEYCLOAK);
    List<String> command =
        distribution.startCommand(
            JAVA,
            archive.options(),
            List.of(
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=" + environment.url(Component.KEYCLOAK),
                "--db-url=jdbc:postgresql://127.0.0.1:"
                    + port(Component.POSTGRES)
                    + "/keycloak?options="
                    + KEYCLOAK_PATIENCE,
                "--db-username=keycloak",
                "--db-password=keycloak",
                "--db-pool-max-size=16",
                "--cache=local"));
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("KC_BOOTSTRAP_ADMIN_USERNAME", "keeper");
    variables.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.keycloakAdminPassword());
    variables.put("SHOUXIN_STAFF_PASSWORD", secrets.staffPassword());
    variables.put("SHOUXIN_DESK_SECRET", secrets.clientSecret("desk"));
    variables.put("SHOUXIN_GATEWAY_PORT", port(Component.GATEWAY));
    for (Component service : Component.SERVICES) {
      variables.put("SHOUXIN_" + service.name() + "_SECRET", secrets.clientSecret(service.label()));
    }
    URI realm = URI.create(environment.issuer());
    return launch(
        Component.KEYCLOAK,
        command,
        variables,
        Optional.empty(),
        () -> HttpProbe.isOk(realm),
        "TERM",
        archive);
  }

  /** A service or the gateway. */
  Launch deployable(Component component) {
    Path jar = options.jar(component);
    if (!Files.exists(jar)) {
      throw new StackFailure(jar + " is not there: build it, or let ./up do it");
    }
    ClassArchive archive = ClassArchive.of(options.cache(), component.label(), jar);
    List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-Xms32m", "-Xmx192m"));
    command.addAll(SMALL_JVM);
    command.addAll(archive.options());
    command.addAll(List.of("-jar", jar.toString()));
    URI ready = URI.create(environment.url(component) + "/q/health/ready");
    return launch(
        component,
        command,
        environment.of(component),
        Optional.empty(),
        () -> HttpProbe.isOk(ready),
        "TERM",
        archive);
  }

  private List<String> ownProgram(String heapMax, Class<?> program, Object... arguments) {
    List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-Xmx" + heapMax));
    command.addAll(SMALL_JVM);
    command.addAll(archive(program).options());
    command.addAll(List.of("-cp", options.classPath(), program.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return command;
  }

  /** A program that belongs to no stack. */
  static Launch alone(String name, List<String> javaArguments, BooleanSupplier ready) {
    List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-Xmx256m"));
    command.addAll(SMALL_JVM);
    command.addAll(javaArguments);
    return new Launch(
        name, command, Map.of(), Optional.empty(), ready, READY_MAX, "TERM", Optional.empty());
  }

  private ClassArchive archive(Class<?> program) {
    return ClassArchive.of(options.cache(), program.getSimpleName(), options.ownJar());
  }

  private String port(Component component) {
    return Integer.toString(options.ports().of(component));
  }

  private static Launch launch(
      Component component,
      List<String> command,
      Map<String, String> variables,
      Optional<Path> daemon,
      BooleanSupplier ready,
      String stopSignal,
      ClassArchive archive) {
    return new Launch(
        component.label(),
        command,
        variables,
        daemon,
        ready,
        READY_MAX,
        stopSignal,
        Optional.of(archive));
  }
}
