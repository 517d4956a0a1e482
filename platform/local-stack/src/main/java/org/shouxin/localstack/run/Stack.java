package org.shouxin.localstack.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.shouxin.localstack.Scratch;
import org.shouxin.localstack.keycloak.KeycloakDistribution;
import org.shouxin.localstack.postgres.Postgres;

/**
 * The whole suite as processes of this machine: PostgreSQL, Kafka, the stand-ins, Keycloak, the
 * four services and the gateway. Whoever starts a stack also closes it; each process can be killed
 * and started again meanwhile.
 */
public final class Stack implements AutoCloseable {
  private static final Executor WORKERS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "stack");
            thread.setDaemon(true);
            return thread;
          });
  private static final Duration LEFTOVER_STOP_MAX = Duration.ofSeconds(20);

  private final StackOptions options;
  private final Progress progress;
  private final RunDirectory registry;
  private final StackSecrets secrets;
  private final Map<String, ManagedProcess> processes =
      Collections.synchronizedMap(new LinkedHashMap<>());
  private boolean closed;

  private Stack(StackOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
    this.registry = new RunDirectory(options.run());
    this.secrets = StackSecrets.open(options.secrets());
  }

  /**
   * Starts everything in order and returns when all is ready; on failure stops what had started.
   */
  public static Stack start(StackOptions options, Progress progress) {
    stopLeftovers(options, progress);
    if (options.fresh()) {
      Scratch.delete(options.data());
      Scratch.delete(options.secrets());
    }
    options
        .ports()
        .taken()
        .ifPresent(
            component -> {
              throw new StackFailure(
                  "port %d (%s) is taken by another program: stop that program, or move the port (see --help)"
                      .formatted(options.ports().of(component), component.label()));
            });
    Stack stack = new Stack(options, progress);
    Thread emergency = new Thread(stack::close);
    Runtime.getRuntime().addShutdownHook(emergency);
    try {
      stack.startAll();
      return stack;
    } catch (RuntimeException failed) {
      stack.close();
      throw failed;
    }
  }

  /** Stops processes that a launcher left behind because it was killed. */
  public static void stopLeftovers(StackOptions options, Progress progress) {
    RunDirectory registry = new RunDirectory(options.run());
    for (String name : registry.names()) {
      registry
          .read(name)
          .filter(process -> process.pid() != ProcessHandle.current().pid())
          .ifPresent(
              process -> {
                progress.say("stopping " + name + ", left by an earlier run");
                ManagedProcess.signal(process, name.equals("postgres") ? "INT" : "TERM");
                if (!ManagedProcess.awaitExit(process, LEFTOVER_STOP_MAX)) {
                  process.destroyForcibly();
                }
              });
      registry.remove(name);
    }
    Postgres.stopOrphan(options.data().resolve("postgres"));
  }

  public StackUrls urls() {
    return new StackUrls(options.ports());
  }

  public StackSecrets secrets() {
    return secrets;
  }

  /** The process of a component: {@code risk}, {@code kafka}, {@code gateway}. */
  public ManagedProcess process(String name) {
    return Optional.ofNullable(processes.get(name))
        .orElseThrow(() -> new IllegalArgumentException("no such process: " + name));
  }

  /** Whether the stack is stopping or has stopped. */
  public synchronized boolean isClosed() {
    return closed;
  }

  /** Names of all processes in the order of their start. */
  public List<String> processNames() {
    synchronized (processes) {
      return List.copyOf(processes.keySet());
    }
  }

  /** Stops everything, the doors first, the databases last. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    sayWhyStoppingTakesLonger();
    stopTogether(List.of(Component.GATEWAY));
    stopTogether(Component.SERVICES);
    stopTogether(List.of(Component.KEYCLOAK, Component.STAND_INS));
    stopTogether(List.of(Component.KAFKA));
    stopTogether(List.of(Component.POSTGRES));
  }

  private void sayWhyStoppingTakesLonger() {
    boolean writes;
    synchronized (processes) {
      writes = processes.values().stream().anyMatch(ManagedProcess::writesArchive);
    }
    if (writes) {
      progress.say("stopping; the first stop also writes class archives, for faster starts");
    }
  }

  private void startAll() {
    prepareDirectories();
    Launches launches = new Launches(options, secrets);
    CompletableFuture<KeycloakDistribution> keycloak =
        CompletableFuture.supplyAsync(this::prepareKeycloak, WORKERS);
    CompletableFuture<Void> postgres = startAsync(launches.postgres(), Component.POSTGRES);
    CompletableFuture<Void> kafka = startAsync(launches.kafka(), Component.KAFKA);
    join(postgres);
    CompletableFuture<Void> identity =
        keycloak.thenAcceptAsync(
            distribution -> start(launches.keycloak(distribution), Component.KEYCLOAK));
    CompletableFuture<Void> standIns = startAsync(launches.standIns(), Component.STAND_INS);
    joinAll(List.of(kafka, standIns, identity));
    List<CompletableFuture<Void>> deployables = new ArrayList<>();
    for (Component component : options.deployables()) {
      deployables.add(startAsync(launches.deployable(component), component));
    }
    joinAll(deployables);
  }

  private KeycloakDistribution prepareKeycloak() {
    if (!KeycloakDistribution.isPrepared(options.cache())) {
      progress.say("unpacking and building Keycloak, once; this takes about half a minute");
    }
    KeycloakDistribution distribution = KeycloakDistribution.prepare(options.cache());
    distribution.offerLocalRealm();
    return distribution;
  }

  private CompletableFuture<Void> startAsync(Launch launch, Component component) {
    return CompletableFuture.runAsync(() -> start(launch, component), WORKERS);
  }

  private void start(Launch launch, Component component) {
    ManagedProcess process =
        new ManagedProcess(launch, options.logs().resolve(launch.name() + ".log"), registry);
    synchronized (this) {
      if (closed) {
        throw new StackFailure("the stack is being stopped");
      }
      progress.starting(launch.name());
      processes.put(launch.name(), process);
    }
    long began = System.nanoTime();
    process.start();
    process.awaitReady();
    if (isClosed()) {
      process.stop();
    }
    progress.ready(
        launch.name(),
        Duration.ofNanos(System.nanoTime() - began),
        "localhost:" + options.ports().of(component));
  }

  private void stopTogether(List<Component> components) {
    List<CompletableFuture<Void>> stops =
        components.stream()
            .map(component -> processes.get(component.label()))
            .filter(process -> process != null)
            .map(process -> CompletableFuture.runAsync(() -> stop(process), WORKERS))
            .toList();
    joinAll(stops);
  }

  private void stop(ManagedProcess process) {
    process.stop();
    progress.say(process.name() + " stopped");
  }

  private void prepareDirectories() {
    try {
      for (Path directory :
          List.of(options.data(), options.logs(), options.run(), options.cache())) {
        Files.createDirectories(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for all, or for the first that fails. */
  private static void joinAll(List<CompletableFuture<Void>> futures) {
    CompletableFuture<Void> outcome =
        CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
    for (CompletableFuture<Void> future : futures) {
      future.whenComplete(
          (done, failure) -> {
            if (failure != null) {
              outcome.completeExceptionally(failure);
            }
          });
    }
    join(outcome);
  }

  private static void join(CompletableFuture<?> future) {
    try {
      future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }
}
