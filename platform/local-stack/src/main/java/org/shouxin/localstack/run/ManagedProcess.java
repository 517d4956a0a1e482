package org.shouxin.localstack.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** One process of the stack: it can be started, killed, started again and stopped. */
public final class ManagedProcess {
  private static final Duration STOP_MAX = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int LOG_TAIL_LINES = 15;
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private final Launch launch;
  private final Path log;
  private final RunDirectory registry;
  private ProcessHandle handle;

  ManagedProcess(Launch launch, Path log, RunDirectory registry) {
    this.launch = launch;
    this.log = log;
    this.registry = registry;
  }

  /**
   * A small JVM outside a stack, not started yet: {@link #restart} does that. Its log and the file
   * with its process id are in the directory; it is killed with this JVM, at the latest.
   */
  public static ManagedProcess alone(
      String name, Path directory, List<String> javaArguments, BooleanSupplier ready) {
    Launch launch = Launches.alone(name, javaArguments, ready);
    ManagedProcess process =
        new ManagedProcess(
            launch, directory.resolve(name + ".log"), new RunDirectory(directory.resolve("run")));
    Runtime.getRuntime().addShutdownHook(new Thread(process::killIfAlive));
    return process;
  }

  public String name() {
    return launch.name();
  }

  public synchronized long pid() {
    return handle.pid();
  }

  public synchronized boolean isAlive() {
    return handle != null && handle.isAlive();
  }

  /** SIGKILL: the process gets no chance to do anything more. */
  public void kill() {
    ProcessHandle killed = current();
    killed.destroyForcibly();
    awaitExit(killed, STOP_MAX);
  }

  private void killIfAlive() {
    if (isAlive()) {
      kill();
    }
  }

  /** Starts the process again, after stopping it if it still runs, and waits until it is ready. */
  public void restart() {
    stop();
    start();
    awaitReady();
  }

  /** Asks the process to end in good order; kills it when it does not in time. */
  public void stop() {
    ProcessHandle stopped = current();
    if (stopped == null) {
      return;
    }
    if (stopped.isAlive()) {
      signal(stopped, launch.stopSignal());
      if (awaitExit(stopped, STOP_MAX)) {
        launch.archive().ifPresent(ClassArchive::keep);
      } else {
        stopped.destroyForcibly();
        awaitExit(stopped, STOP_MAX);
      }
    }
    registry.remove(name());
  }

  /** Whether this run writes its archive of classes when it is stopped. */
  boolean writesArchive() {
    return launch.archive().filter(archive -> !archive.exists()).isPresent();
  }

  void start() {
    try {
      Files.createDirectories(log.getParent());
      ProcessBuilder builder =
          new ProcessBuilder(command())
              .redirectErrorStream(true)
              .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(Redirect.appendTo(log.toFile()));
      builder.environment().keySet().removeIf(name -> name.startsWith("JAVA_TOOL"));
      builder.environment().putAll(launch.environment());
      Process process = builder.start();
      become(launch.daemon().isPresent() ? daemon(process) : process.toHandle());
    } catch (IOException e) {
      throw new UncheckedIOException(name() + " could not be started", e);
    }
  }

  void awaitReady() {
    long deadline = System.nanoTime() + launch.readyMax().toNanos();
    while (!launch.ready().getAsBoolean()) {
      if (!isAlive()) {
        throw new StackFailure(name() + " ended before it was ready" + tail());
      }
      if (System.nanoTime() > deadline) {
        throw new StackFailure(
            name() + " was not ready within " + launch.readyMax().toSeconds() + " s" + tail());
      }
      pause();
    }
  }

  /**
   * In a session of its own, so that Ctrl-C in the terminal reaches the launcher alone and the
   * processes are stopped in order.
   */
  private List<String> command() {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      command.add(SETSID.toString());
    }
    command.addAll(launch.command());
    return command;
  }

  private ProcessHandle daemon(Process starter) throws IOException {
    try {
      if (!starter.waitFor(launch.readyMax().toSeconds(), TimeUnit.SECONDS)
          || starter.exitValue() != 0) {
        starter.destroyForcibly();
        throw new StackFailure(name() + " did not start" + tail());
      }
      String pid = Files.readAllLines(launch.daemon().orElseThrow()).get(0).strip();
      return ProcessHandle.of(Long.parseLong(pid))
          .orElseThrow(() -> new StackFailure(name() + " ended at once" + tail()));
    } catch (InterruptedException e) {
      starter.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted while starting " + name());
    }
  }

  private synchronized void become(ProcessHandle started) {
    handle = started;
    registry.write(name(), started);
  }

  private synchronized ProcessHandle current() {
    return handle;
  }

  private String tail() {
    try {
      List<String> lines = Files.readAllLines(log);
      int from = Math.max(0, lines.size() - LOG_TAIL_LINES);
      return "; the end of " + log + ":\n" + String.join("\n", lines.subList(from, lines.size()));
    } catch (IOException unreadable) {
      return "; see " + log;
    }
  }

  static void signal(ProcessHandle process, String signal) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static boolean awaitExit(ProcessHandle process, Duration max) {
    try {
      process.onExit().get(max.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException late) {
      return !process.isAlive();
    }
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted while waiting for " + name());
    }
  }
}
