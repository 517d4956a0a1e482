package org.shouxin.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

  private final ClientAddress addresses =
      new ClientAddress(List.of("10.0.0.0/9", "192.0.2.1", "fd00::/8"));

  @Test
  void aStrangersHeaderIsNotBelieved() {
    assertThat(addresses.of("203.0.113.5", List.of("1.1.1.1"))).isEqualTo("203.0.113.5");
    assertThat(addresses.of("10.128.0.1", List.of("1.1.1.1"))).isEqualTo("10.128.0.1");
  }

  @Test
  void theLastAddressBeforeTheTrustedOnesIsTheCaller() {
    assertThat(addresses.of("10.127.0.1", List.of("6.6.6.6, 203.0.113.5, 192.0.2.1")))
        .isEqualTo("203.0.113.5");
    assertThat(addresses.of("fd00::1", List.of("6.6.6.6", "2001:db8::7"))).isEqualTo("2001:db8::7");
    assertThat(addresses.of("10.0.0.1", List.of())).isEqualTo("10.0.0.1");
    assertThat(addresses.of("10.0.0.1", List.of("10.0.0.2"))).isEqualTo("10.0.0.2");
  }

  @Test
  void whatIsNoAddressEndsTheChain() {
    assertThat(addresses.of("10.0.0.1", List.of("1.1.1.1, localhost"))).isEqualTo("10.0.0.1");
  }

  @Test
  void anIpv6CallerIsItsNetwork() {
    assertThat(ClientAddress.network("2001:db8:1:2:3:4:5:6"))
        .isEqualTo(ClientAddress.network("2001:db8:1:2:ffff::1"))
        .isNotEqualTo(ClientAddress.network("2001:db8:1:3::1"));
    assertThat(ClientAddress.network("203.0.113.5")).isEqualTo("203.0.113.5");
  }

  @Test
  void blocksMustBeBlocks() {
    for (String bad : new String[] {"localhost", "10.0.0.0/33", "10.0.0/8/8", ""}) {
      assertThatThrownBy(() -> new ClientAddress(List.of(bad)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
