package org.shouxin.servicing.arrangement.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.shouxin.chassis.http.RequestLocale;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.text.Texts;
import org.shouxin.servicing.arrangement.AcceptArrangement;
import org.shouxin.servicing.arrangement.RequestExtension;
import org.shouxin.servicing.arrangement.RequestExtension.Requested;
import org.shouxin.servicing.arrangement.model.Arrangement;
import org.shouxin.servicing.arrangement.model.Arrangement.Kind;
import org.shouxin.servicing.arrangement.model.Arrangement.Reason;
import org.shouxin.servicing.arrangement.model.Arrangement.Wish;

/** Changes of the schedule that borrowers ask for. */
@Path("/v1/loans/{id}/arrangements")
public class ArrangementsResource {

  private static final int EVIDENCE_LENGTH_MAX = 2_000;
  private static final int MONTHS_ASKED_MAX = 60;

  private final RequestExtension request;
  private final AcceptArrangement accept;
  private final Idempotency idempotency;
  private final RequestLocale locale;

  ArrangementsResource(
      RequestExtension request,
      AcceptArrangement accept,
      Idempotency idempotency,
      RequestLocale locale) {
    this.request = request;
    this.accept = accept;
    this.idempotency = idempotency;
    this.locale = locale;
  }

  /**
   * The borrower's request.
   *
   * @param evidence the borrower's own words, may be left out
   */
  public record ArrangementRequest(Kind kind, Reason reason, Integer months, String evidence) {

    private void check() {
      if (kind == null) {
        throw Invalid.field("/kind", "REQUIRED", "missing");
      }
      if (reason == null) {
        throw Invalid.field("/reason", "REQUIRED", "missing");
      }
      if (months == null || months < 1 || months > MONTHS_ASKED_MAX) {
        throw Invalid.field("/months", "MONTHS_RANGE", "from 1 to " + MONTHS_ASKED_MAX);
      }
      if (evidence != null && evidence.length() > EVIDENCE_LENGTH_MAX) {
        throw Invalid.field(
            "/evidence", "LENGTH", "at most " + EVIDENCE_LENGTH_MAX + " characters");
      }
    }

    private Wish wish(UUID loanId) {
      return new Wish(loanId, kind, reason, months, evidence == null ? "" : evidence);
    }
  }

  public record MovedInstalment(
      int number, LocalDate dueDate, Money principal, Money interest, Money total) {}

  /**
   * A request and, unless it was rejected, the schedule it brings.
   *
   * @param costDifference interest that the borrower pays more
   * @param rule the rule that turned it down
   */
  public record ArrangementView(
      UUID arrangementId,
      UUID loanId,
      String kind,
      String state,
      int months,
      LocalDate requestedOn,
      Money costDifference,
      List<MovedInstalment> instalments,
      String rule,
      String explanation) {}

  @POST
  @RolesAllowed("borrower")
  public Uni<Response> request(
      @RestPath UUID id, @HeaderParam(Idempotency.HEADER) String key, ArrangementRequest asked) {
    if (asked == null) {
      throw Invalid.field("/", "REQUIRED", "missing");
    }
    asked.check();
    Locale language = locale.get();
    return idempotency.once(
        key,
        asked,
        Response.Status.CREATED.getStatusCode(),
        () -> request.handle(asked.wish(id)).map(requested -> view(requested, language)));
  }

  @POST
  @Path("/{arrangementId}/acceptance")
  @RolesAllowed("borrower")
  public Uni<Response> accept(
      @RestPath UUID id,
      @RestPath UUID arrangementId,
      @HeaderParam(Idempotency.HEADER) String key) {
    Locale language = locale.get();
    return idempotency.once(
        key,
        List.of(),
        Response.Status.OK.getStatusCode(),
        () ->
            accept
                .handle(id, arrangementId)
                .map(accepted -> view(new Requested(accepted, List.of()), language)));
  }

  private static ArrangementView view(Requested requested, Locale language) {
    Arrangement arrangement = requested.arrangement();
    return new ArrangementView(
        arrangement.id(),
        arrangement.loanId(),
        arrangement.kind().name(),
        arrangement.state().name(),
        arrangement.months(),
        arrangement.requestedOn(),
        arrangement.costDifference(),
        requested.instalments().stream()
            .map(
                moved ->
                    new MovedInstalment(
                        moved.number(),
                        moved.dueDate(),
                        moved.principal(),
                        moved.interest(),
                        moved.principal().plus(moved.interest())))
            .toList(),
        arrangement.rule(),
        arrangement.rule() == null
            ? null
            : Texts.find("rules", language, arrangement.rule()).orElse(arrangement.rule()));
  }
}
