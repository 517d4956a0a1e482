package org.shouxin.collections.businessday.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of servicing's contract that tells the business date. */
@Path("/v1/business-days")
@RegisterRestClient(configKey = "servicing")
@OidcClientFilter
interface ServicingDays {

  @GET
  @Path("/current")
  Uni<Current> current();

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Current(LocalDate date) {}
}
