package org.shouxin.localstack.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Process ids on disk, {@code <name>.pid} each: the id, and when the process began, because the
 * system gives ids again to other processes.
 */
final class RunDirectory {
  private static final String SUFFIX = ".pid";

  private final Path directory;

  RunDirectory(Path directory) {
    this.directory = directory;
  }

  void write(String name, ProcessHandle process) {
    try {
      Files.createDirectories(directory);
      Files.writeString(file(name), process.pid() + "\n" + startMillis(process) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process of this name, if it still runs. */
  Optional<ProcessHandle> read(String name) {
    try {
      if (!Files.exists(file(name))) {
        return Optional.empty();
      }
      List<String> lines = Files.readAllLines(file(name));
      if (lines.size() < 2) {
        return Optional.empty();
      }
      long start = Long.parseLong(lines.get(1));
      return ProcessHandle.of(Long.parseLong(lines.get(0)))
          .filter(ProcessHandle::isAlive)
          .filter(process -> startMillis(process) == start);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void remove(String name) {
    try {
      Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names of processes that were started and not yet stopped, running or not. */
  List<String> names() {
    if (!Files.exists(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String name) {
    return directory.resolve(name + SUFFIX);
  }

  private static long startMillis(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
