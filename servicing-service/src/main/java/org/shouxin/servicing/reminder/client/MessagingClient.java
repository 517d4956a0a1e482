package org.shouxin.servicing.reminder.client;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The messaging provider's HTTP interface; a message is idempotent by its request id. */
@RegisterRestClient(configKey = "messaging")
@Path("/v1")
public interface MessagingClient {

  long TIMEOUT_MS_MAX = 3_000;
  int BREAKER_CALLS = 20;
  long BREAKER_PAUSE_MS = 2_000;

  record Sms(UUID requestId, String phone, String template, String text, String callbackUrl) {}

  record Push(UUID requestId, String deviceToken, String text, String callbackUrl) {}

  record Accepted(String messageId) {}

  @POST
  @Path("/sms")
  @Timeout(value = TIMEOUT_MS_MAX, unit = ChronoUnit.MILLIS)
  @CircuitBreaker(requestVolumeThreshold = BREAKER_CALLS, delay = BREAKER_PAUSE_MS)
  Uni<Accepted> sms(Sms sms);

  @POST
  @Path("/push")
  @Timeout(value = TIMEOUT_MS_MAX, unit = ChronoUnit.MILLIS)
  @CircuitBreaker(requestVolumeThreshold = BREAKER_CALLS, delay = BREAKER_PAUSE_MS)
  Uni<Accepted> push(Push push);
}
