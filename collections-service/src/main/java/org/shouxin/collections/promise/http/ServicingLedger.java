package org.shouxin.collections.promise.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.chassis.money.Money;

/** The part of servicing's contract that promises need. */
@Path("/v1/loans")
@RegisterRestClient(configKey = "servicing")
@OidcClientFilter
interface ServicingLedger {

  @GET
  @Path("/{id}/balance")
  Uni<Balance> balance(@PathParam("id") UUID loanId, @QueryParam("asOf") LocalDate asOf);

  @GET
  @Path("/{id}/cleared")
  Uni<Cleared> cleared(
      @PathParam("id") UUID loanId,
      @QueryParam("from") LocalDate from,
      @QueryParam("to") LocalDate to);

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Balance(Money payoff) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Cleared(Money cleared) {}
}
