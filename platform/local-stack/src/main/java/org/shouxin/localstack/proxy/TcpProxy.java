package org.shouxin.localstack.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;

/**
 * A line that can be slow, dead or cut. Dead means that bytes are swallowed by the network while
 * nobody is told: connections stay open, new ones are accepted, and what was on its way arrives
 * when the line is healed.
 */
public final class TcpProxy implements AutoCloseable {
  private static final int BUFFER_BYTES = 16_384;

  private final Line line;
  private final Object state = new Object();
  private boolean dead;
  private Duration delay = Duration.ZERO;

  private TcpProxy(int port, int serverPort) {
    this.line = Line.open(port, serverPort, this::connect);
  }

  /** A line to the server on this port of loopback; it passes everything until told otherwise. */
  public static TcpProxy to(int serverPort) {
    return new TcpProxy(0, serverPort);
  }

  /** The same, where clients already look for it. */
  public static TcpProxy at(int port, int serverPort) {
    return new TcpProxy(port, serverPort);
  }

  public int port() {
    return line.port();
  }

  /** Nothing arrives any more, in neither direction. */
  public void blackhole() {
    synchronized (state) {
      dead = true;
    }
  }

  /** Everything arrives again, at once. */
  public void heal() {
    synchronized (state) {
      dead = false;
      delay = Duration.ZERO;
      state.notifyAll();
    }
  }

  /** Each chunk of bytes takes this long, in each direction. */
  public void delay(Duration each) {
    synchronized (state) {
      delay = each;
    }
  }

  /** Resets every connection; new ones are taken. */
  public void cut() {
    line.reset();
  }

  @Override
  public void close() {
    line.close();
    heal();
  }

  private void connect(Socket client, Socket server) {
    Line.daemon("up", () -> pump(client, server));
    Line.daemon("down", () -> pump(server, client));
  }

  private void pump(Socket from, Socket to) throws IOException, InterruptedException {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        travel();
        out.write(buffer, 0, n);
      }
    }
  }

  private void travel() throws InterruptedException {
    Duration each;
    synchronized (state) {
      while (dead) {
        state.wait();
      }
      each = delay;
    }
    if (!each.isZero()) {
      Thread.sleep(each.toMillis());
    }
  }
}
