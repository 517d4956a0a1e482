package org.shouxin.servicing.reconciliation.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.chassis.money.Money;

/** The statement of the lender's account over the bank's HTTP interface. */
@RegisterRestClient(configKey = "bank")
@Path("/v1")
public interface StatementClient {

  long TIMEOUT_MS_MAX = 5_000;

  record Statement(List<Entry> entries) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Entry(
      long seq,
      Instant bookedAt,
      String direction,
      Money amount,
      String requestId,
      String bankReference) {}

  @GET
  @Path("/statement")
  @Timeout(value = TIMEOUT_MS_MAX, unit = ChronoUnit.MILLIS)
  Uni<Statement> from(@QueryParam("fromSeq") long seq);
}
