package org.shouxin.localstack.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tells a person at a terminal what has started and what is still waited for. */
public final class ConsoleProgress implements Progress, AutoCloseable {
  private static final long REMINDER_SECONDS = 10;

  private final PrintStream out;
  private final Set<String> pending = new ConcurrentSkipListSet<>();
  private final ScheduledExecutorService reminder =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
          });

  public ConsoleProgress(PrintStream out) {
    this.out = out;
    reminder.scheduleAtFixedRate(
        this::remind, REMINDER_SECONDS, REMINDER_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void starting(String name) {
    pending.add(name);
    out.printf("  %-12s starting%n", name);
  }

  @Override
  public void ready(String name, Duration took, String where) {
    pending.remove(name);
    out.printf("  %-12s ready after %4.1f s at %s%n", name, took.toMillis() / 1000.0, where);
  }

  @Override
  public void say(String line) {
    out.println("  " + line);
  }

  @Override
  public void close() {
    reminder.shutdownNow();
  }

  private void remind() {
    if (!pending.isEmpty()) {
      out.println("  still waiting for " + String.join(", ", pending));
    }
  }
}
