package org.shouxin.origination.identity.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The identity authority's contract. */
@Path("/v1")
@RegisterRestClient(configKey = "authority")
interface AuthorityApi {

  @POST
  @Path("/identity-checks")
  Uni<IdentityAnswer> checkIdentity(IdentityRequest request);

  @POST
  @Path("/lost-documents")
  Uni<LostAnswer> lostDocument(LostRequest request);

  record IdentityRequest(String name, String idNumber) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record IdentityAnswer(String result, String serial) {}

  record LostRequest(String idNumber) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record LostAnswer(Boolean reported) {}
}
