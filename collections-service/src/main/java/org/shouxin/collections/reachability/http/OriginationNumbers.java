package org.shouxin.collections.reachability.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of origination's contract that has a number looked at. */
@Path("/v1/borrowers")
@RegisterRestClient(configKey = "origination")
@OidcClientFilter
interface OriginationNumbers {

  @POST
  @Path("/{id}/number-checks")
  Uni<Checked> check(@PathParam("id") UUID borrowerId, CheckRequest request);

  record CheckRequest(String reference) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Checked(String status, Instant checkedAt) {}
}
