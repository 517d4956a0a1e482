package org.shouxin.origination.stepup.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The messaging gateway's contract, as far as texts go. */
@Path("/v1")
@RegisterRestClient(configKey = "messaging")
interface MessagingApi {

  @POST
  @Path("/sms")
  Uni<SmsAnswer> sms(SmsRequest request);

  record SmsRequest(UUID requestId, String phone, String template, String text) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record SmsAnswer(String messageId) {}
}
