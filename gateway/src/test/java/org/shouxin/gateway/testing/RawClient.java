package org.shouxin.gateway.testing;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A caller that writes to the gateway byte by byte what no polite client would. */
public final class RawClient implements Closeable {

  private static final int READ_MS_MAX = 10_000;

  private final Socket socket;

  private RawClient(Socket socket) {
    this.socket = socket;
  }

  public static RawClient open() {
    return from("127.0.0.1");
  }

  /** Connects from one of the machine's own addresses, to be told from other tests. */
  public static RawClient from(String localAddress) {
    try {
      Socket socket = new Socket();
      socket.bind(new InetSocketAddress(InetAddress.getByName(localAddress), 0));
      socket.connect(new InetSocketAddress("127.0.0.1", RestAssured.port));
      socket.setSoTimeout(READ_MS_MAX);
      socket.setTcpNoDelay(true);
      return new RawClient(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends lines, each ended by CR LF; the last one empty for an end of the head. */
  public RawClient send(String... lines) {
    return write(String.join("\r\n", lines) + "\r\n");
  }

  /** A whole request without a body. */
  public RawClient request(String method, String target, String... headers) {
    String head = method + " " + target + " HTTP/1.1\r\nHost: gateway.test\r\n";
    String more = Stream.of(headers).map(line -> line + "\r\n").reduce("", String::concat);
    return write(head + more + "\r\n");
  }

  public RawClient write(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** True if something has come back already. */
  public boolean answered() {
    try {
      return socket.getInputStream().available() > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads one answer; its body by Content-Length or chunks, else none. */
  public Answer answer() {
    return read(true);
  }

  /** Reads an answer that has no body whatever its headers say (HEAD, 304, 100). */
  public Answer bodyless() {
    return read(false);
  }

  private Answer read(boolean withBody) {
    try {
      InputStream in = socket.getInputStream();
      String head = line(in);
      StringBuilder headers = new StringBuilder();
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        headers.append(line).append('\n');
      }
      Answer bare = new Answer(status(head), headers.toString().lines().toList(), "");
      return withBody ? new Answer(bare.status, bare.headers, body(bare, in)) : bare;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int status(String line) throws IOException {
    if (!line.startsWith("HTTP/1.")) {
      throw new IOException("no status line but '" + line + "'");
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  private static String body(Answer head, InputStream in) throws IOException {
    Optional<String> length = head.header("Content-Length");
    if (length.isPresent()) {
      int wanted = Integer.parseInt(length.get());
      byte[] body = in.readNBytes(wanted);
      if (body.length < wanted) {
        throw new IOException("cut after " + body.length + " of " + wanted);
      }
      return new String(body, StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (head.header("Transfer-Encoding").isPresent()) {
      for (int size = size(in); size > 0; size = size(in)) {
        body.writeBytes(in.readNBytes(size));
        line(in);
      }
      line(in);
    }
    return body.toString(StandardCharsets.UTF_8);
  }

  private static int size(InputStream in) throws IOException {
    return Integer.parseInt(line(in), 16);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("closed");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  /** Reads one chunk of a chunked body; the last one is empty. */
  public String chunk() {
    try {
      InputStream in = socket.getInputStream();
      String chunk = new String(in.readNBytes(size(in)), StandardCharsets.UTF_8);
      line(in);
      return chunk;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** True if the gateway has closed the connection; waits for it. */
  public boolean closed() {
    try {
      return socket.getInputStream().read() < 0;
    } catch (IOException reset) {
      return true;
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What came back. */
  public record Answer(int status, List<String> headers, String body) {

    public Optional<String> header(String name) {
      return all(name).stream().findFirst();
    }

    public List<String> all(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return headers.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .toList();
    }
  }
}
