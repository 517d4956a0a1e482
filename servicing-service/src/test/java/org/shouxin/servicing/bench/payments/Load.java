package org.shouxin.servicing.bench.payments;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Sends prepared requests over kept connections, one at a time each; reads as little as it can. */
final class Load {

  private static final long NANOS = 1_000_000_000L;
  private static final int BUFFER_BYTES = 16_384;

  private final int port;
  private final List<byte[]> requests;
  private final AtomicInteger next = new AtomicInteger();
  private final double perSecond;
  private final long begin;
  private final long end;

  private Load(int port, List<byte[]> requests, double perSecond, long seconds) {
    this.port = port;
    this.requests = requests;
    this.perSecond = perSecond;
    this.begin = System.nanoTime();
    this.end = begin + seconds * NANOS;
  }

  /** What came back. */
  record Result(long[] sortedNanos, double perSecond) {

    int answered() {
      return sortedNanos.length;
    }

    long latencyNanos(double share) {
      return sortedNanos[Math.min(sortedNanos.length - 1, (int) (sortedNanos.length * share))];
    }
  }

  /** As fast as answers come. */
  static Result flat(int port, int connections, List<byte[]> requests, long seconds) {
    return new Load(port, requests, 0, seconds).run(connections);
  }

  /** At a steady rate; a latency counts from the moment at which the request should have left. */
  static Result paced(
      int port, int connections, List<byte[]> requests, double perSecond, long seconds) {
    return new Load(port, requests, perSecond, seconds).run(connections);
  }

  private Result run(int connections) {
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      List<Future<long[]>> running = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        running.add(threads.submit(this::connection));
      }
      List<long[]> parts = new ArrayList<>();
      for (Future<long[]> one : running) {
        parts.add(one.get());
      }
      double took = (System.nanoTime() - begin) / (double) NANOS;
      long[] all = parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
      return new Result(all, all.length / took);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    } finally {
      threads.shutdownNow();
    }
  }

  private long[] connection() throws IOException {
    List<Long> nanos = new ArrayList<>();
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(60));
      InputStream in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
      for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
        long since = start(i);
        if (System.nanoTime() >= end) {
          break;
        }
        socket.getOutputStream().write(requests.get(i));
        answer(in);
        nanos.add(System.nanoTime() - since);
      }
    }
    return nanos.stream().mapToLong(Long::longValue).toArray();
  }

  private long start(int place) {
    if (perSecond == 0) {
      return System.nanoTime();
    }
    long due = begin + (long) (place * NANOS / perSecond);
    for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
      LockSupport.parkNanos(wait);
    }
    return due;
  }

  private static void answer(InputStream in) throws IOException {
    String status = line(in);
    long length = 0;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Long.parseLong(header.substring(15).trim());
      }
    }
    byte[] body = in.readNBytes((int) length);
    if (!status.startsWith("HTTP/1.1 2")) {
      throw new IllegalStateException(status + " " + new String(body, StandardCharsets.UTF_8));
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the service closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
