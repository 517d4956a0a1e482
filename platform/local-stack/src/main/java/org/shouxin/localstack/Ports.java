package org.shouxin.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * TCP ports of this machine. Free ports are picked below the range from which the system takes the
 * ports of outgoing connections, so that a port found free stays free until it is bound.
 */
public final class Ports {
  private static final int LOWEST = 20_000;
  private static final int HIGHEST_EXCLUSIVE = 32_000;
  private static final int ATTEMPTS_MAX = 200;

  private Ports() {}

  /** A port nobody listens on. */
  public static int free() {
    for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST_EXCLUSIVE);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no free port between " + LOWEST + " and " + HIGHEST_EXCLUSIVE);
  }

  /** Whether the port can be bound on the loopback and on all interfaces. */
  public static boolean isFree(int port) {
    return binds(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
        && binds(new InetSocketAddress(port));
  }

  private static boolean binds(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
