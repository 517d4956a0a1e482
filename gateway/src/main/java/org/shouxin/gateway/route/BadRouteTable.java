package org.shouxin.gateway.route;

import java.util.List;

/** The route table can't be used; the message names every bad entry. */
public class BadRouteTable extends RuntimeException {

  public BadRouteTable(String source, List<String> faults) {
    super("Route table " + source + " is not usable: " + String.join("; ", faults));
  }
}
