package org.shouxin.origination.identity.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of the bank's contract that compares four factors. */
@Path("/v1")
@RegisterRestClient(configKey = "bank")
interface BankApi {

  @POST
  @Path("/agreements")
  Uni<AgreementAnswer> agree(AgreementRequest request);

  record AgreementRequest(String name, String idNumber, String phone, String cardNumber) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record AgreementAnswer(String result, String agreement, String last4, String bankName) {}
}
