package org.shouxin.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.shouxin.localstack.postgres.Postgres;

/**
 * Temporary directories named after the process that owns them. Whoever asks for one first removes
 * those of processes that are gone, so that a killed test run leaves nothing for ever.
 */
public final class Scratch {
  private static final String PREFIX = "shouxin-scratch-";

  /** Where below a scratch directory a throw-away PostgreSQL keeps its data. */
  public static final String POSTGRES = "postgres";

  private Scratch() {}

  /**
   * A fresh, empty directory of this process, deleted when the process ends, after all that works
   * in it has been closed.
   */
  public static Path directory(String purpose, Iterable<? extends AutoCloseable> closedBefore) {
    removeOrphans();
    try {
      Path created =
          Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-" + purpose + "-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(created, closedBefore)));
      return created;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void leave(Path directory, Iterable<? extends AutoCloseable> closedBefore) {
    for (AutoCloseable closeable : closedBefore) {
      try {
        closeable.close();
      } catch (Exception stubborn) {
        System.err.println("not closed: " + stubborn);
      }
    }
    delete(directory);
  }

  /** Deletes the directory with everything in it; files that vanish meanwhile do not matter. */
  public static void delete(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> entries = Files.walk(directory)) {
      entries.sorted(Comparator.reverseOrder()).forEach(entry -> entry.toFile().delete());
    } catch (IOException | UncheckedIOException vanished) {
      directory.toFile().delete();
    }
  }

  private static void removeOrphans() {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try (Stream<Path> entries = Files.list(temporary)) {
      entries.filter(Scratch::isOrphan).forEach(Scratch::remove);
    } catch (IOException | UncheckedIOException unreadable) {
      return;
    }
  }

  private static boolean isOrphan(Path path) {
    String name = path.getFileName().toString();
    if (!name.startsWith(PREFIX)) {
      return false;
    }
    String pid = name.substring(PREFIX.length()).replaceFirst("-.*", "");
    return pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
  }

  private static void remove(Path orphan) {
    Postgres.stopOrphan(orphan.resolve(POSTGRES));
    delete(orphan);
  }
}
