package org.shouxin.localstack.postgres;

import java.nio.file.Path;

/**
 * How a local PostgreSQL is started.
 *
 * @param data data directory; kept when it exists
 * @param port TCP port; 0 picks a free one
 * @param durable fsync, full page writes and synchronous commit on; off only for the speed of tests
 * @param binaries directory into which the server's binaries are unpacked once; null for the
 *     system's temporary directory
 * @param log file the server's output is appended to; null discards it
 */
public record PostgresOptions(Path data, int port, boolean durable, Path binaries, Path log) {

  /** A throw-away server on a free port, without durability. */
  public static PostgresOptions forTests(Path data) {
    return new PostgresOptions(data, 0, false, null, null);
  }

  /** A server that loses nothing it has acknowledged. */
  public static PostgresOptions durable(Path data, int port, Path binaries, Path log) {
    return new PostgresOptions(data, port, true, binaries, log);
  }
}
