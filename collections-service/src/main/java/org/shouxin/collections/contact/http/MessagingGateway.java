package org.shouxin.collections.contact.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The messaging gateway's contract. */
@Path("/v1")
@RegisterRestClient(configKey = "messaging")
interface MessagingGateway {

  @POST
  @Path("/sms")
  Uni<Accepted> sms(Sms sms);

  @POST
  @Path("/push")
  Uni<Accepted> push(Push push);

  record Sms(String requestId, String phone, String template, String text, String callbackUrl) {
    @Override
    public String toString() {
      return "Sms[" + requestId + "]";
    }
  }

  record Push(
      String requestId, String deviceToken, String template, String text, String callbackUrl) {
    @Override
    public String toString() {
      return "Push[" + requestId + "]";
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Accepted(String messageId) {}
}
