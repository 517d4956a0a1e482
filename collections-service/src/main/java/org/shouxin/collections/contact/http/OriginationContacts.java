package org.shouxin.collections.contact.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of origination's contract that tells an address for a purpose. */
@Path("/v1/contact-disclosures")
@RegisterRestClient(configKey = "origination")
@OidcClientFilter
interface OriginationContacts {

  @POST
  Uni<Told> disclose(Question question);

  record Question(UUID borrowerId, String channel, String purpose, String reference) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Told(
      UUID disclosureId,
      String channel,
      String address,
      UUID contactPointId,
      String status,
      String language,
      String zone) {}
}
