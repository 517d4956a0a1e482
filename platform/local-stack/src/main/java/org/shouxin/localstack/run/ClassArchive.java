package org.shouxin.localstack.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JVM's archive of a program's loaded classes (AppCDS). The first run of a program writes it
 * when it ends in good order, later runs start faster and with less CPU. A rebuilt program gets a
 * new archive.
 */
final class ClassArchive {
  private static final String SUFFIX = ".jsa";
  private static final String UNFINISHED = ".part";

  private final Path archive;

  private ClassArchive(Path archive) {
    this.archive = archive;
  }

  /** The archive of the program in this jar. */
  static ClassArchive of(Path cache, String name, Path jar) {
    try {
      Path directory = Files.createDirectories(cache.resolve("class-archives"));
      Path archive = directory.resolve(name + "-" + version(jar) + SUFFIX);
      if (!Files.exists(archive)) {
        removeOlder(directory, name);
      }
      return new ClassArchive(archive);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** JVM options that use the archive, or make this run write it. */
  List<String> options() {
    return exists()
        ? List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto")
        : List.of(
            "-XX:ArchiveClassesAtExit=" + unfinished(), "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
  }

  boolean exists() {
    return Files.exists(archive);
  }

  /** Keeps what the program wrote, after it has ended in good order. */
  void keep() {
    try {
      if (Files.exists(unfinished())) {
        Files.move(unfinished(), archive, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path unfinished() {
    return archive.resolveSibling(archive.getFileName() + UNFINISHED);
  }

  private static String version(Path jar) throws IOException {
    String seen =
        jar.toAbsolutePath()
            + "|"
            + Files.getLastModifiedTime(jar).toMillis()
            + "|"
            + Files.size(jar)
            + "|"
            + Runtime.version();
    return Integer.toHexString(seen.hashCode());
  }

  private static void removeOlder(Path directory, String name) throws IOException {
    try (Stream<Path> archives = Files.list(directory)) {
      archives
          .filter(archive -> archive.getFileName().toString().matches(name + "-[0-9a-f]+\\.jsa.*"))
          .forEach(archive -> archive.toFile().delete());
    }
  }
}
