package org.shouxin.localstack.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The line against a server that sends back what it gets. */
class TcpProxyTest {
  private static final Clock CLOCK = Clock.systemUTC();

  private ServerSocket echo;
  private TcpProxy proxy;
  private Socket client;

  @BeforeEach
  void open() throws IOException {
    echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Line.daemon("echo", this::echo);
    proxy = TcpProxy.to(echo.getLocalPort());
    client = client();
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    proxy.close();
    echo.close();
  }

  @Test
  void passesBytesBothWays() throws IOException {
    assertThat(said(client, 7)).isEqualTo(7);
  }

  @Test
  void aDeadLineSwallowsBytesAndAHealedOneDeliversThem() throws IOException {
    assertThat(said(client, 1)).isEqualTo(1);
    proxy.blackhole();
    client.getOutputStream().write(2);
    client.setSoTimeout(100);
    assertThatThrownBy(() -> client.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);
    try (Socket other = client()) {
      assertThat(other.isConnected()).isTrue();
    }
    proxy.heal();
    client.setSoTimeout(5_000);
    assertThat(client.getInputStream().read()).isEqualTo(2);
  }

  @Test
  void aSlowLineTakesItsTimeEachWay() throws IOException {
    assertThat(said(client, 1)).isEqualTo(1);
    proxy.delay(Duration.ofMillis(60));
    long start = CLOCK.millis();
    assertThat(said(client, 2)).isEqualTo(2);
    assertThat(CLOCK.millis() - start).isGreaterThanOrEqualTo(120);
  }

  @Test
  void aCutEndsConnectionsAndLetsNewOnesIn() throws IOException {
    assertThat(said(client, 1)).isEqualTo(1);
    proxy.cut();
    assertThatThrownBy(
            () -> {
              if (client.getInputStream().read() < 0) {
                throw new IOException("ended");
              }
            })
        .isInstanceOf(IOException.class);
    try (Socket other = client()) {
      assertThat(said(other, 3)).isEqualTo(3);
    }
  }

  private Socket client() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    socket.setSoTimeout(5_000);
    return socket;
  }

  private static int said(Socket socket, int word) throws IOException {
    socket.getOutputStream().write(word);
    return socket.getInputStream().read();
  }

  private void echo() throws IOException {
    while (!echo.isClosed()) {
      Socket peer = echo.accept();
      Line.daemon("echo-peer", () -> peer.getInputStream().transferTo(peer.getOutputStream()));
    }
  }
}
