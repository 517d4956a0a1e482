package org.shouxin.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** How often callers may call. */
@ConfigMapping(prefix = "shouxin.gateway.limits")
public interface LimitSettings {

  /** Every request from one address (IPv6: one /64), counted before the token is looked at. */
  Rate address();

  /** Every request under one client id. An app's id is shared by all its users. */
  Rate client();

  /** Rate classes that routes name; counted per subject, or per address on public routes. */
  Map<String, Rate> classes();

  /** How many callers are remembered per limit; the least recent are forgotten first. */
  @WithDefault("100000")
  int callersMax();

  /** So many requests in so long a time. */
  interface Rate {
    long requests();

    Duration per();
  }
}
