package org.shouxin.gateway.proxy;

import io.netty.util.NetUtil;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds the caller's address. X-Forwarded-For is believed only as far as trusted proxies wrote it:
 * from the right, the first address that is no trusted proxy is the caller.
 */
public final class ClientAddress {

  private static final int IPV4_BYTES = 4;
  private static final int IPV6_NETWORK_BYTES = 8;

  private final List<Block> trusted;

  /** Takes address blocks such as {@code 10.0.0.0/8}. */
  public ClientAddress(List<String> trustedBlocks) {
    this.trusted = trustedBlocks.stream().map(Block::of).toList();
  }

  /** The caller's address as text. */
  public String of(String peer, List<String> forwardedFor) {
    String address = peer;
    List<String> chain = new ArrayList<>();
    forwardedFor.forEach(value -> Collections.addAll(chain, value.split(",")));
    for (int i = chain.size() - 1; i >= 0 && isTrusted(address); i--) {
      String next = chain.get(i).strip();
      if (NetUtil.createByteArrayFromIpAddressString(next) == null) {
        return address;
      }
      address = next;
    }
    return address;
  }

  /** What one caller can hardly change: the IPv4 address, or the first 64 bits of IPv6. */
  public static String network(String address) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
    if (bytes == null || bytes.length == IPV4_BYTES) {
      return address;
    }
    byte[] network = new byte[bytes.length];
    System.arraycopy(bytes, 0, network, 0, IPV6_NETWORK_BYTES);
    return NetUtil.bytesToIpAddress(network);
  }

  private boolean isTrusted(String address) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
    return bytes != null && trusted.stream().anyMatch(block -> block.holds(bytes));
  }

  private record Block(byte[] base, int bits) {

    static Block of(String text) {
      int slash = text.indexOf('/');
      byte[] base =
          NetUtil.createByteArrayFromIpAddressString(slash < 0 ? text : text.substring(0, slash));
      if (base == null) {
        throw new IllegalArgumentException("Not an address block: " + text);
      }
      int bits = slash < 0 ? base.length * 8 : Integer.parseInt(text.substring(slash + 1));
      if (bits < 0 || bits > base.length * 8) {
        throw new IllegalArgumentException("Not an address block: " + text);
      }
      return new Block(base, bits);
    }

    boolean holds(byte[] address) {
      if (address.length != base.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % 8;
        if ((address[bit / 8] & mask) != (base[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
