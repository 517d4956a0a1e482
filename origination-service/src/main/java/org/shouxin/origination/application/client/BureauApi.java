package org.shouxin.origination.application.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.chassis.money.Money;

/** The credit bureau's contract. */
@Path("/v1")
@RegisterRestClient(configKey = "bureau")
interface BureauApi {

  @POST
  @Path("/reports")
  Uni<ReportAnswer> report(ReportRequest request);

  record ReportRequest(String name, String idNumber, UUID consentId) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ReportAnswer(
      boolean available,
      Integer openLoans,
      Money openDebt,
      Integer enquiries90d,
      Integer worstStatus24m,
      JsonNode utilisation,
      JsonNode lastPaymentRatio,
      Map<String, Object> features) {}
}
