package org.shouxin.localstack.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Accepts clients on a free port and opens a connection to the server for each of them. */
final class Line implements AutoCloseable {
  private static final int BACKLOG = 200;

  private final ServerSocket door;
  private final int serverPort;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private Line(ServerSocket door, int serverPort) {
    this.door = door;
    this.serverPort = serverPort;
  }

  /** What is done with a client and its server; both are closed by whoever takes them. */
  interface Ends {
    void connect(Socket client, Socket server) throws IOException;
  }

  /**
   * Opens a line.
   *
   * @param port where clients come to; 0 for any that is free
   */
  static Line open(int port, int serverPort, Ends ends) {
    try {
      Line line =
          new Line(new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress()), serverPort);
      daemon("accept", () -> line.accept(ends));
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return door.getLocalPort();
  }

  /** Ends every connection at once, as a reset seen by both ends. */
  void reset() {
    for (Socket socket : open) {
      try {
        socket.setSoLinger(true, 0);
        socket.close();
      } catch (IOException gone) {
        open.remove(socket);
      }
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reset();
  }

  private void accept(Ends ends) throws IOException {
    while (!door.isClosed()) {
      Socket client = door.accept();
      open.removeIf(Socket::isClosed);
      open.add(client);
      try {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        open.add(server);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        ends.connect(client, server);
      } catch (IOException noServer) {
        client.close();
      }
    }
  }

  /** Work on a connection; it ends quietly when the connection does. */
  interface Task {
    void run() throws IOException, InterruptedException;
  }

  static void daemon(String name, Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
              } catch (IOException ended) {
                return;
              }
            },
            "proxy-" + name);
    thread.setDaemon(true);
    thread.start();
  }
}
