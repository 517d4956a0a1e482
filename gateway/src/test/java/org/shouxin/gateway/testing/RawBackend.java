package org.shouxin.gateway.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;

/** A service that speaks HTTP as badly as a test wants: one request per connection, by hand. */
public final class RawBackend {

  private static final Map<String, RawBackend> RUNNING = new ConcurrentHashMap<>();

  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();

  private final AtomicInteger lost = new AtomicInteger();

  private RawBackend() {}

  /** What to do with the n-th request (from 1) to a path. */
  public interface Script {
    void play(int attempt, Socket socket) throws IOException;
  }

  public static RawBackend of(String service) {
    return RUNNING.computeIfAbsent(service, RawBackend::start);
  }

  private static RawBackend start(String service) {
    try {
      RawBackend backend = new RawBackend();
      String url =
          ConfigProvider.getConfig().getValue("shouxin.peers." + service + ".url", String.class);
      ServerSocket server =
          new ServerSocket(URI.create(url).getPort(), 50, InetAddress.getLoopbackAddress());
      daemon(() -> backend.accept(server));
      return backend;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "raw-backend");
    thread.setDaemon(true);
    thread.start();
  }

  public RawBackend on(String path, Script script) {
    scripts.put(path, script);
    return this;
  }

  /** How many requests a path got. */
  public int count(String path) {
    AtomicInteger count = counts.get(path);
    return count == null ? 0 : count.get();
  }

  /** How many connections the gateway cut while a script was writing or reading. */
  public int lost() {
    return lost.get();
  }

  /** Every request head with its body, as received. */
  public List<String> received() {
    return bodies;
  }

  /** Writes text as it is. */
  public static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private void accept(ServerSocket server) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        daemon(() -> serve(socket));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      String head = head(socket.getInputStream());
      if (head.isEmpty()) {
        return;
      }
      String path = head.split(" ")[1].split("\\?")[0];
      int attempt = counts.computeIfAbsent(path, absent -> new AtomicInteger()).incrementAndGet();
      bodies.add(head + body(head, socket.getInputStream()));
      Script script = scripts.get(path);
      if (script == null) {
        write(socket, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
      } else {
        script.play(attempt, socket);
      }
    } catch (IOException gone) {
      lost.incrementAndGet();
    }
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int octet = in.read();
      if (octet < 0) {
        return "";
      }
      head.write(octet);
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  private static String body(String head, InputStream in) throws IOException {
    for (String line : head.split("\r\n")) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        int length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
        return new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
      }
    }
    return "";
  }
}
