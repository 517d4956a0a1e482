package org.shouxin.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Names requests. An id from outside is never taken over: it could be anybody's. */
@ApplicationScoped
public class RequestIds {

  String next() {
    return UUID.randomUUID().toString();
  }
}
