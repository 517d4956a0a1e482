package org.shouxin.localstack.proxy;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import org.shouxin.localstack.proxy.CutPoint.Moment;

/**
 * A line to PostgreSQL that knows where a message of protocol 3 begins and ends, counts those of
 * the clients, and cuts the connection at the one that its {@link CutPoint} names.
 *
 * <p>A cut ends the client's connection at once. The server reads to the end what had been passed
 * to it, as it would if the client's machine had died; whatever it answers is lost. TLS and GSS
 * encryption are refused, which a client that only prefers them accepts.
 */
public final class PostgresProxy implements AutoCloseable {
  private static final int CANCEL_REQUEST = 80_877_102;
  private static final int TLS_REQUEST = 80_877_103;
  private static final int GSS_REQUEST = 80_877_104;
  private static final int LENGTH_BYTES = 4;
  private static final int MESSAGE_BYTES_MAX = 64 * 1024 * 1024;
  private static final int BUFFER_BYTES = 16_384;

  private final CutPoint cutPoint;
  private final Line line;

  private PostgresProxy(int serverPort, CutPoint cutPoint) {
    this.cutPoint = cutPoint;
    this.line = Line.open(0, serverPort, this::connect);
  }

  /** A line to the server on this port of loopback. */
  public static PostgresProxy to(int serverPort, CutPoint cutPoint) {
    return new PostgresProxy(serverPort, cutPoint);
  }

  public int port() {
    return line.port();
  }

  @Override
  public void close() {
    line.close();
  }

  private void connect(Socket client, Socket server) {
    Connection connection = new Connection(client, server);
    Line.daemon("postgres-up", connection::up);
    Line.daemon("postgres-down", connection::down);
  }

  /** One client and its server process. */
  private final class Connection {
    private final Socket client;
    private final Socket server;
    private volatile boolean cut;
    private volatile boolean clientGone;

    Connection(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void up() throws IOException {
      try (client) {
        DataInputStream in =
            new DataInputStream(new BufferedInputStream(client.getInputStream(), BUFFER_BYTES));
        OutputStream out = server.getOutputStream();
        boolean more = start(in, out);
        while (more) {
          more = pass(typed(in), out);
        }
      } catch (EOFException left) {
        clientGone = true;
      } finally {
        server.shutdownOutput();
      }
    }

    /** Bytes of the server; they go nowhere once the line is cut. */
    void down() throws IOException {
      try (server;
          client) {
        InputStream in = server.getInputStream();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          if (!cut && !clientGone) {
            send(buffer, n);
          }
        }
      } finally {
        if (cut) {
          cutPoint.settle();
        }
      }
    }

    private void send(byte[] buffer, int length) throws IOException {
      try {
        client.getOutputStream().write(buffer, 0, length);
      } catch (IOException left) {
        clientGone = true;
      }
    }

    /** The messages before the first typed one. */
    private boolean start(DataInputStream in, OutputStream out) throws IOException {
      while (true) {
        byte[] message = untyped(in);
        int code = ByteBuffer.wrap(message).getInt(LENGTH_BYTES);
        if (code == TLS_REQUEST || code == GSS_REQUEST) {
          client.getOutputStream().write('N');
        } else {
          return pass(message, out) && code != CANCEL_REQUEST;
        }
      }
    }

    private boolean pass(byte[] message, OutputStream out) throws IOException {
      Moment moment = cutPoint.pass();
      cut |= moment != null;
      if (moment != Moment.BEFORE) {
        out.write(message);
      }
      return moment == null;
    }
  }

  private static byte[] untyped(DataInputStream in) throws IOException {
    int length = checked(in.readInt());
    byte[] message = new byte[length];
    ByteBuffer.wrap(message).putInt(length);
    in.readFully(message, LENGTH_BYTES, length - LENGTH_BYTES);
    return message;
  }

  private static byte[] typed(DataInputStream in) throws IOException {
    byte type = in.readByte();
    int length = checked(in.readInt());
    byte[] message = new byte[1 + length];
    ByteBuffer.wrap(message).put(type).putInt(length);
    in.readFully(message, 1 + LENGTH_BYTES, length - LENGTH_BYTES);
    return message;
  }

  private static int checked(int length) throws IOException {
    if (length < LENGTH_BYTES || length > MESSAGE_BYTES_MAX) {
      throw new IOException("no message of PostgreSQL's protocol");
    }
    return length;
  }
}
