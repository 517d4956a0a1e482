package org.shouxin.gateway;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What the gateway is told about its own place. */
@ConfigMapping(prefix = "shouxin.gateway.door")
public interface DoorSettings {

  /** The gateway as callers see it; without it the request's own scheme and host are told on. */
  Optional<URI> publicUrl();

  /** Address blocks whose X-Forwarded-For is believed (the cluster's edge). */
  Optional<List<String>> trustedProxies();

  /** A route table to use instead of the one built in. */
  Optional<String> routesFile();
}
