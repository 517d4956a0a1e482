package org.shouxin.collections.contact.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The voice gateway's contract: a call is answered when it has ended. */
@Path("/v1")
@RegisterRestClient(configKey = "voice")
interface VoiceGateway {

  @POST
  @Path("/calls")
  Uni<Ended> call(Call call);

  record Call(String requestId, String phone, String script) {
    @Override
    public String toString() {
      return "Call[" + requestId + "]";
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Ended(String callId, String result) {}
}
