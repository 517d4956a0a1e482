package org.shouxin.servicing.reminder.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.chassis.json.Json;

/** Origination's contact register, which holds every address and records who was given it. */
@RegisterRestClient(configKey = "origination")
@OidcClientFilter
@Path("/v1")
public interface OriginationClient {

  long TIMEOUT_MS_MAX = 3_000;
  int BREAKER_CALLS = 20;
  long BREAKER_PAUSE_MS = 2_000;
  String NO_CONTACT = "NO_CONTACT";

  record Request(UUID borrowerId, String channel, String purpose, String reference) {}

  record Disclosure(String disclosureId, String channel, String address, String language) {}

  /** Hours as HH:mm; an end of 24:00 is the end of the day. */
  record Hours(String from, String to, boolean nightAgreed) {}

  record Wishes(String preferredChannel, String zone, Hours hours, boolean contactConsent) {}

  @GET
  @Path("/borrowers/{id}/contact-wishes")
  @Timeout(value = TIMEOUT_MS_MAX, unit = ChronoUnit.MILLIS)
  @CircuitBreaker(
      requestVolumeThreshold = BREAKER_CALLS,
      delay = BREAKER_PAUSE_MS,
      skipOn = NoContact.class)
  Uni<Wishes> wishes(@PathParam("id") UUID borrowerId);

  @POST
  @Path("/contact-disclosures")
  @Timeout(value = TIMEOUT_MS_MAX, unit = ChronoUnit.MILLIS)
  @CircuitBreaker(
      requestVolumeThreshold = BREAKER_CALLS,
      delay = BREAKER_PAUSE_MS,
      skipOn = NoContact.class)
  Uni<Disclosure> disclose(Request request);

  /** 404 and 409 say that this channel is not to be used; everything else may pass. */
  @ClientExceptionMapper
  static RuntimeException refusal(Response response) {
    if (response.getStatus() == Response.Status.NOT_FOUND.getStatusCode()) {
      return new NoContact(NO_CONTACT);
    }
    return response.getStatus() == Response.Status.CONFLICT.getStatusCode()
        ? new NoContact(code(response.readEntity(String.class)))
        : null;
  }

  /** The number's status when the problem tells it, else the rule that refused. */
  private static String code(String body) {
    try {
      JsonNode problem = Json.tolerant().readTree(body);
      String rule = problem.path("rule").asText(NO_CONTACT);
      return problem.path("contactStatus").asText(rule);
    } catch (JsonProcessingException notAProblem) {
      return NO_CONTACT;
    }
  }
}
