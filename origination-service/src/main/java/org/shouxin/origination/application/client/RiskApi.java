package org.shouxin.origination.application.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.chassis.money.Money;
import org.shouxin.origination.application.AssessmentFacts;

/** The part of the risk service's contract that judges applications. */
@Path("/v1")
@OidcClientFilter
@RegisterRestClient(configKey = "risk")
interface RiskApi {

  @POST
  @Path("/assessments")
  Uni<AssessmentAnswer> assess(
      @HeaderParam("Idempotency-Key") String key,
      @HeaderParam("Accept-Language") String language,
      AssessmentFacts facts);

  @JsonIgnoreProperties(ignoreUnknown = true)
  record AssessmentAnswer(
      UUID assessmentId,
      String outcome,
      Integer score,
      String grade,
      Money limit,
      BigDecimal annualRate,
      List<ReasonAnswer> reasons) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ReasonAnswer(String code, String text) {}
}
