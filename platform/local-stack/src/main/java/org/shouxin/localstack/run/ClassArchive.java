package org.shouxin.localstack.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JVM's archive of a program's loaded classes (AppCDS). The first run of a program writes it
 * when it ends in good order, later runs start in half the time. A rebuilt program gets a new
 * archive.
 */
final class ClassArchive {
  private ClassArchive() {}

  /** JVM options that use the program's archive, or make this run write it. */
  static List<String> options(Path cache, String name, Path jar) {
    try {
      Path directory = Files.createDirectories(cache.resolve("class-archives"));
      Path archive = directory.resolve(name + "-" + version(jar) + ".jsa");
      if (Files.exists(archive)) {
        return List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto");
      }
      removeOlder(directory, name);
      return List.of(
          "-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
          .filter(archive -> archive.getFileName().toString().matches(name + "-[0-9a-f]+\\.jsa"))
          .forEach(archive -> archive.toFile().delete());
    }
  }
}
