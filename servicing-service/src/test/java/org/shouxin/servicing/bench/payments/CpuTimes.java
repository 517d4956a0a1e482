package org.shouxin.servicing.bench.payments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Processor time spent so far, from Linux's /proc. */
record CpuTimes(long serviceMicros, long databaseMicros, long benchMicros) {

  private static final long MICROS_PER_TICK = 10_000;
  private static final int USER = 11;
  private static final int CHILDREN_SYSTEM = 14;

  /** Of the service, of the server with all its backends, and of this process. */
  static CpuTimes now(long service, long postmaster) {
    long database = ticks(postmaster) + children(postmaster);
    return new CpuTimes(
        ticks(service) * MICROS_PER_TICK,
        database * MICROS_PER_TICK,
        ticks(ProcessHandle.current().pid()) * MICROS_PER_TICK);
  }

  CpuTimes minus(CpuTimes before) {
    return new CpuTimes(
        serviceMicros - before.serviceMicros,
        databaseMicros - before.databaseMicros,
        benchMicros - before.benchMicros);
  }

  private static long children(long postmaster) {
    try (Stream<ProcessHandle> backends =
        ProcessHandle.of(postmaster).stream().flatMap(ProcessHandle::children)) {
      return backends.mapToLong(backend -> ticks(backend.pid())).sum();
    }
  }

  /** User and system time, with that of children that ended. */
  private static long ticks(long pid) {
    Path stat = Path.of("/proc", Long.toString(pid), "stat");
    try {
      String line = Files.readString(stat);
      String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      for (int i = USER; i <= CHILDREN_SYSTEM; i++) {
        ticks += Long.parseLong(fields[i]);
      }
      return ticks;
    } catch (IOException ended) {
      if (Files.exists(stat)) {
        throw new UncheckedIOException(ended);
      }
      return 0;
    }
  }
}
