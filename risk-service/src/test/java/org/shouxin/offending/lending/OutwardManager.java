package org.shouxin.offending.lending;

import java.time.Instant;
import org.shouxin.offending.lending.rest.OutwardResource;
import org.shouxin.offending.other.model.Secret;

/** Offends: a vague name, the system's clock, an adapter below, another feature's inside. */
public class OutwardManager {

  public Instant asked() {
    return Instant.now();
  }

  public OutwardResource adapter() {
    return new OutwardResource();
  }

  public Secret foreign() {
    return new Secret();
  }
}
