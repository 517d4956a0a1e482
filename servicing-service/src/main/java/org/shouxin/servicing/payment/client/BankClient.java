package org.shouxin.servicing.payment.client;

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
import org.shouxin.chassis.money.Money;

/** The bank's HTTP interface. Nothing is retried here: the sender of orders decides what to do. */
@RegisterRestClient(configKey = "bank")
@Path("/v1")
public interface BankClient {

  long TIMEOUT_MS_MAX = 3_000;
  int BREAKER_CALLS = 20;
  long BREAKER_PAUSE_MS = 1_000;

  record Payout(UUID requestId, String agreement, Money amount, String reference) {}

  record Debit(UUID requestId, String agreement, Money amount, boolean allowPartial) {}

  /** What the bank answers; a payout has an amount, a debit what was requested and collected. */
  record OrderState(
      String requestId,
      String status,
      Money amount,
      Money requested,
      Money collected,
      String reason,
      String bankReference) {}

  @POST
  @Path("/payouts")
  @Timeout(value = TIMEOUT_MS_MAX, unit = ChronoUnit.MILLIS)
  @CircuitBreaker(
      requestVolumeThreshold = BREAKER_CALLS,
      failureRatio = 0.75,
      delay = BREAKER_PAUSE_MS,
      skipOn = BankRefusal.class)
  Uni<OrderState> pay(Payout payout);

  @POST
  @Path("/debits")
  @Timeout(value = TIMEOUT_MS_MAX, unit = ChronoUnit.MILLIS)
  @CircuitBreaker(
      requestVolumeThreshold = BREAKER_CALLS,
      failureRatio = 0.75,
      delay = BREAKER_PAUSE_MS,
      skipOn = BankRefusal.class)
  Uni<OrderState> debit(Debit debit);

  @GET
  @Path("/payouts/{id}")
  @Timeout(value = TIMEOUT_MS_MAX, unit = ChronoUnit.MILLIS)
  Uni<OrderState> payout(@PathParam("id") UUID requestId);

  @GET
  @Path("/debits/{id}")
  @Timeout(value = TIMEOUT_MS_MAX, unit = ChronoUnit.MILLIS)
  Uni<OrderState> debitState(@PathParam("id") UUID requestId);

  /** A 4xx is the bank's word; everything else leaves the outcome unknown. */
  @ClientExceptionMapper
  static RuntimeException refusal(Response response) {
    return response.getStatusInfo().getFamily() == Response.Status.Family.CLIENT_ERROR
        ? new BankRefusal(response.getStatus())
        : null;
  }
}
