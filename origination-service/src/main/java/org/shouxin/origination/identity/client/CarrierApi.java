package org.shouxin.origination.identity.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The carrier's contract. */
@Path("/v1")
@RegisterRestClient(configKey = "carrier")
interface CarrierApi {

  @POST
  @Path("/three-factor")
  Uni<HolderAnswer> threeFactor(HolderRequest request);

  @POST
  @Path("/number-status")
  Uni<StatusAnswer> numberStatus(StatusRequest request);

  record HolderRequest(String name, String idNumber, String phone) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record HolderAnswer(String result) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StatusRequest(String phone, LocalDate since) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record StatusAnswer(String status, Integer monthsInNetwork, LocalDate recycledSince) {}
}
