package org.shouxin.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.util.Map;

/** Addresses of the services: {@code shouxin.peers.{service}.url}. */
@ConfigMapping(prefix = "shouxin.peers")
public interface Peers {

  @WithParentName
  Map<String, Peer> all();

  /** One service. */
  interface Peer {
    URI url();
  }
}
