package org.shouxin.collections.architecture.offending.lending;

import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.shouxin.collections.architecture.offending.lending.persistence.SqlLoans;

/** Offends: a use case that knows its adapter and JAX-RS and asks the system's clock. */
public class OutwardsUse {
  private final SqlLoans loans = new SqlLoans();

  public Response answer() {
    return Response.ok(loans + " " + Instant.now()).build();
  }
}
