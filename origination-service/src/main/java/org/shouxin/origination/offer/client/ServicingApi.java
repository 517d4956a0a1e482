package org.shouxin.origination.offer.client;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.chassis.json.Json;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.origination.policy.RepaymentMethod;

/** The part of servicing's contract that calculates schedules. */
@Path("/v1")
@OidcClientFilter
@RegisterRestClient(configKey = "servicing")
interface ServicingApi {

  int UNPROCESSABLE = 422;
  String OFFER_REFUSED = "OFFER_REFUSED";

  @POST
  @Path("/schedules/preview")
  Uni<PreviewAnswer> preview(PreviewRequest request);

  /** A refusal by a rule is final and keeps its rule; every other failure may pass. */
  @ClientExceptionMapper
  static RuntimeException refusal(Response response) {
    return response.getStatus() == UNPROCESSABLE
        ? RuleViolation.refused(rule(response.readEntity(String.class)), "servicing refuses")
        : null;
  }

  private static String rule(String body) {
    try {
      return Json.tolerant().readTree(body).path("rule").asText(OFFER_REFUSED);
    } catch (JsonProcessingException notAProblem) {
      return OFFER_REFUSED;
    }
  }

  record PreviewRequest(
      Money principal,
      BigDecimal annualRate,
      RepaymentMethod method,
      int termMonths,
      int graceDays,
      BigDecimal penaltyRateMultiple,
      @JsonAnyGetter Map<String, Object> scheduleTerms) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record PreviewAnswer(
      List<InstalmentAnswer> instalments,
      TotalsAnswer totals,
      BigDecimal annualPercentageRate,
      BigDecimal effectiveAnnualRate,
      List<FeeAnswer> fees,
      LateAnswer lateConsequences,
      Map<String, Object> terms) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record InstalmentAnswer(
      int number,
      LocalDate dueDate,
      Money principal,
      Money interest,
      Money fees,
      Money total,
      Money balance) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record TotalsAnswer(Money principal, Money interest, Money fees, Money total) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record FeeAnswer(String code, Money amount) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record LateAnswer(
      int graceDays, BigDecimal penaltyDailyRate, BigDecimal penaltyAnnualRate, String capRule) {}
}
