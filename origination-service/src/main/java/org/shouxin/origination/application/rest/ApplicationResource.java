package org.shouxin.origination.application.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouxin.chassis.http.RequestLocale;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.chassis.page.Cursor;
import org.shouxin.chassis.page.Page;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.security.Caller;
import org.shouxin.origination.application.AssessApplication;
import org.shouxin.origination.application.DecideApplication;
import org.shouxin.origination.application.SubmitApplication;
import org.shouxin.origination.application.ViewApplications;
import org.shouxin.origination.application.model.ApplicationState;
import org.shouxin.origination.application.model.LoanApplication;
import org.shouxin.origination.application.model.Outcome;
import org.shouxin.origination.application.model.Wish;
import org.shouxin.origination.remote.Attempt;

/** Applications for loans. */
@Path("/v1/applications")
public class ApplicationResource {

  private static final int CREATED = 201;
  private static final int OK = 200;
  private static final String BORROWER = "borrower";
  private static final String OFFICER = "officer";
  private static final String REVIEWER = "reviewer";

  private final SubmitApplication submit;
  private final AssessApplication assess;
  private final DecideApplication decide;
  private final ViewApplications view;
  private final Idempotency idempotency;
  private final RequestLocale locale;
  private final Caller caller;

  ApplicationResource(
      SubmitApplication submit,
      AssessApplication assess,
      DecideApplication decide,
      ViewApplications view,
      Idempotency idempotency,
      RequestLocale locale,
      Caller caller) {
    this.submit = submit;
    this.assess = assess;
    this.decide = decide;
    this.view = view;
    this.idempotency = idempotency;
    this.locale = locale;
    this.caller = caller;
  }

  /** Applies; the answer is the judged application. */
  @POST
  @RolesAllowed(BORROWER)
  public Uni<Response> submit(
      @HeaderParam(Idempotency.HEADER) String key, @NotNull @Valid ApplicationRequest request) {
    String subject = caller.subject();
    Wish wish = request.wish();
    Locale language = locale.get();
    return idempotency.once(
        key,
        request,
        CREATED,
        () -> Attempt.of(submit.prepare(subject, key, wish, language)),
        prepared -> assess.complete(prepared.get()).map(a -> ApplicationView.of(a, language)));
  }

  /** To staff a queue by state, oldest first; to a borrower the own, newest first. */
  @GET
  @RolesAllowed({BORROWER, OFFICER, REVIEWER})
  public Uni<Page<ApplicationView>> page(
      @QueryParam("state") String state,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") Integer limit) {
    int size = Cursor.limit(limit);
    UUID from = position(cursor);
    Locale language = locale.get();
    Uni<List<LoanApplication>> rows =
        caller.has(OFFICER) || caller.has(REVIEWER)
            ? view.inState(state(state), from, size)
            : view.own(caller.subject(), from, size);
    return rows.map(
        found ->
            Cursor.page(
                found.stream().map(a -> ApplicationView.of(a, language)).toList(),
                size,
                a -> new String[] {a.id().toString()}));
  }

  /** One application. */
  @GET
  @Path("/{id}")
  @RolesAllowed({BORROWER, OFFICER, REVIEWER})
  public Uni<ApplicationView> one(@PathParam("id") UUID id) {
    Locale language = locale.get();
    Uni<LoanApplication> found =
        caller.has(OFFICER) || caller.has(REVIEWER) ? view.any(id) : view.own(id, caller.subject());
    return found.map(a -> ApplicationView.of(a, language));
  }

  /** The applicant gives it up. */
  @POST
  @Path("/{id}/withdrawal")
  @RolesAllowed(BORROWER)
  public Uni<Response> withdraw(
      @PathParam("id") UUID id, @HeaderParam(Idempotency.HEADER) String key) {
    String subject = caller.subject();
    Locale language = locale.get();
    return idempotency.once(
        key,
        List.of(),
        OK,
        () -> decide.withdraw(id, subject).map(a -> ApplicationView.of(a, language)));
  }

  /** The applicant wants a person to look at a decline. */
  @POST
  @Path("/{id}/appeal")
  @RolesAllowed(BORROWER)
  public Uni<Response> appeal(
      @PathParam("id") UUID id, @HeaderParam(Idempotency.HEADER) String key) {
    String subject = caller.subject();
    Locale language = locale.get();
    return idempotency.once(
        key,
        List.of(),
        OK,
        () -> decide.appeal(id, subject).map(a -> ApplicationView.of(a, language)));
  }

  /** A reviewer decides; an approval is followed by the offer. */
  @POST
  @Path("/{id}/review")
  @RolesAllowed(REVIEWER)
  public Uni<Response> review(
      @PathParam("id") UUID id,
      @HeaderParam(Idempotency.HEADER) String key,
      @NotNull @Valid ReviewRequest request) {
    String reviewer = caller.subject();
    Locale language = locale.get();
    Outcome outcome =
        request.decision() == ReviewDecision.APPROVE ? Outcome.APPROVED : Outcome.DECLINED;
    return idempotency
        .once(
            key,
            request,
            OK,
            () ->
                decide
                    .review(id, outcome, reviewer, request.reason().strip())
                    .map(a -> ApplicationView.of(a, language)))
        .call(
            () ->
                outcome == Outcome.APPROVED
                    ? decide.offerAfterReview(id)
                    : Uni.createFrom().voidItem());
  }

  private static UUID position(String cursor) {
    List<String> parts = Cursor.decode(cursor, 1);
    try {
      return parts.isEmpty() ? null : UUID.fromString(parts.get(0));
    } catch (IllegalArgumentException notOurs) {
      throw Invalid.field("cursor", "CURSOR", "not a cursor of this list");
    }
  }

  private static ApplicationState state(String name) {
    if (name == null) {
      return ApplicationState.REFERRED;
    }
    return Arrays.stream(ApplicationState.values())
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Invalid.field("state", "APPLICATION_STATE_NAME", "no such state"));
  }

  /** What a reviewer says. */
  enum ReviewDecision {
    /** Lend, within asked and limit. */
    APPROVE,
    /** Do not lend. */
    DECLINE
  }

  record ReviewRequest(
      @NotNull ReviewDecision decision,
      @NotBlank @Size(max = 500) @Pattern(regexp = "[^\\p{Cntrl}]*") String reason) {}
}
