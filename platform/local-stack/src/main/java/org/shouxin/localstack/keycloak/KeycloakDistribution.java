package org.shouxin.localstack.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.shouxin.localstack.Scratch;

/**
 * Keycloak as Maven delivers it (a zip), unpacked and built once into the cache. The build fixes
 * the options that cannot change at start, which makes every later start fast.
 */
public final class KeycloakDistribution {
  private static final String ZIP_PREFIX = "keycloak-quarkus-dist-";
  private static final String ENTRY_POINT = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";
  private static final List<String> BUILD_OPTIONS =
      List.of(
          "--db=postgres",
          "--cache=local",
          "--health-enabled=false",
          "--metrics-enabled=false",
          "--transaction-xa-enabled=false");
  private static final List<String> JVM_OPTIONS =
      List.of(
          "-Xms64m",
          "-Xmx512m",
          "-XX:+UseSerialGC",
          "-XX:MaxMetaspaceSize=256m",
          "-XX:+ExitOnOutOfMemoryError",
          "-Dfile.encoding=UTF-8",
          "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
          "-Dpicocli.disable.closures=true",
          "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
              + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
          "--add-opens=java.base/java.security=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED");

  private final Path home;

  private KeycloakDistribution(Path home) {
    this.home = home;
  }

  /** Unpacks and builds what is not yet unpacked and built below the cache directory. */
  public static KeycloakDistribution prepare(Path cache) {
    Path zip = zip(cache);
    String version =
        zip.getFileName().toString().substring(ZIP_PREFIX.length()).replace(".zip", "");
    Path home = cache.resolve("keycloak-" + version);
    Path built = home.resolve(".built");
    KeycloakDistribution distribution = new KeycloakDistribution(home);
    try (FileChannel file =
            FileChannel.open(
                cache.resolve("keycloak.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = file.lock()) {
      String options = String.join(" ", BUILD_OPTIONS);
      boolean isBuilt = Files.exists(built) && Files.readString(built).equals(options);
      if (lock.isValid() && !isBuilt) {
        Scratch.delete(home);
        unpack(zip, cache);
        distribution.build(cache.resolve("keycloak-build.log"));
        Files.writeString(built, options);
      }
      return distribution;
    } catch (IOException e) {
      throw new UncheckedIOException("Keycloak could not be unpacked", e);
    }
  }

  /** Whether {@link #prepare} has nothing left to do. */
  public static boolean isPrepared(Path cache) {
    try (Stream<Path> entries = Files.list(cache)) {
      return entries.anyMatch(entry -> Files.exists(entry.resolve(".built")));
    } catch (IOException absent) {
      return false;
    }
  }

  /** The command that starts the server with these options of the JVM and of its own. */
  public List<String> startCommand(Path java, List<String> jvmOptions, List<String> options) {
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(JVM_OPTIONS);
    command.addAll(jvmOptions);
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(entryPoint());
    command.addAll(List.of("start", "--optimized", "--import-realm"));
    command.addAll(options);
    return command;
  }

  /** Puts the local realm where the server imports it from when its database has none yet. */
  public void offerLocalRealm() {
    try {
      Path directory = Files.createDirectories(home.resolve("data").resolve("import"));
      Path offered = Files.createTempFile(directory, "realm", ".part");
      Files.writeString(offered, Realm.local().toPrettyString());
      Files.move(offered, directory.resolve("shouxin-realm.json"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The jar the server starts from. */
  public Path jar() {
    return home.resolve("lib").resolve("quarkus-run.jar");
  }

  private List<String> entryPoint() {
    return List.of(
        "-Dkc.home.dir=" + home,
        "-Djboss.server.config.dir=" + home.resolve("conf"),
        "-cp",
        jar().toString(),
        ENTRY_POINT);
  }

  private void build(Path log) throws IOException {
    List<String> command = new ArrayList<>(List.of(java().toString()));
    command.addAll(JVM_OPTIONS);
    command.addAll(entryPoint());
    command.add("build");
    command.addAll(BUILD_OPTIONS);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      int status = process.waitFor();
      if (status != 0) {
        throw new IllegalStateException("Keycloak's build ended with " + status + ", see " + log);
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Keycloak was built", e);
    }
  }

  private static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  private static Path zip(Path cache) {
    try (Stream<Path> entries = Files.exists(cache) ? Files.list(cache) : Stream.empty()) {
      return entries
          .filter(entry -> entry.getFileName().toString().startsWith(ZIP_PREFIX))
          .filter(entry -> entry.getFileName().toString().endsWith(".zip"))
          .max(Path::compareTo)
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "no " + ZIP_PREFIX + "<version>.zip in " + cache + "; ./up fetches it"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void unpack(Path zip, Path target) throws IOException {
    try (InputStream file = Files.newInputStream(zip);
        ZipInputStream entries = new ZipInputStream(file)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else {
          Files.createDirectories(path.getParent());
          Files.copy(entries, path);
        }
      }
    }
  }
}
