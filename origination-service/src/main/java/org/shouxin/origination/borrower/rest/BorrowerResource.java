package org.shouxin.origination.borrower.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.security.Caller;
import org.shouxin.origination.borrower.BorrowerDetails;
import org.shouxin.origination.borrower.EditBorrower;
import org.shouxin.origination.borrower.EraseBorrower;
import org.shouxin.origination.borrower.RegisterBorrower;
import org.shouxin.origination.borrower.Registration;
import org.shouxin.origination.borrower.VerifyAgain;
import org.shouxin.origination.borrower.ViewBorrower;
import org.shouxin.origination.borrower.ViewContactWishes;
import org.shouxin.origination.borrower.ViewContactWishes.ContactWishes;
import org.shouxin.origination.borrower.model.Preferences;
import org.shouxin.origination.person.CardNumber;
import org.shouxin.origination.remote.Attempt;

/** Accounts of borrowers. */
@Path("/v1/borrowers")
public class BorrowerResource {

  private static final int CREATED = 201;
  private static final int OK = 200;
  private static final int NO_CONTENT = 204;

  private final RegisterBorrower register;
  private final VerifyAgain verifyAgain;
  private final ViewBorrower view;
  private final ViewContactWishes wishes;
  private final EditBorrower edit;
  private final EraseBorrower erase;
  private final Idempotency idempotency;
  private final Caller caller;

  BorrowerResource(
      RegisterBorrower register,
      VerifyAgain verifyAgain,
      ViewBorrower view,
      ViewContactWishes wishes,
      EditBorrower edit,
      EraseBorrower erase,
      Idempotency idempotency,
      Caller caller) {
    this.register = register;
    this.verifyAgain = verifyAgain;
    this.view = view;
    this.wishes = wishes;
    this.edit = edit;
    this.erase = erase;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  /** Opens the caller's account. */
  @POST
  @RolesAllowed("borrower")
  public Uni<Response> register(
      @HeaderParam(Idempotency.HEADER) String key, @NotNull @Valid RegistrationRequest request) {
    String subject = caller.subject();
    Registration registration = request.registration();
    return idempotency.once(
        key,
        request,
        CREATED,
        () -> Attempt.of(register.prepare(subject, registration)),
        answered -> register.complete(answered.get()).map(BorrowerView::of));
  }

  /** The caller's account. */
  @GET
  @Path("/me")
  @RolesAllowed("borrower")
  public Uni<Response> own() {
    return view.own(caller.subject()).map(BorrowerResource::tagged);
  }

  /** Verifies the caller again. */
  @POST
  @Path("/me/verifications")
  @RolesAllowed("borrower")
  public Uni<Response> verifyAgain(
      @HeaderParam(Idempotency.HEADER) String key, @NotNull @Valid VerificationRequest request) {
    String subject = caller.subject();
    CardNumber card = CardNumber.of(request.cardNumber());
    return idempotency.once(
        key,
        request,
        OK,
        () -> Attempt.of(verifyAgain.prepare(subject, card)),
        answered -> verifyAgain.complete(answered.get()).map(BorrowerView::of));
  }

  /** Changes how the caller wants to be spoken to. */
  @PUT
  @Path("/me/preferences")
  @RolesAllowed("borrower")
  public Uni<Response> prefer(
      @HeaderParam("If-Match") String ifMatch, @NotNull @Valid PreferencesRequest request) {
    long seen = version(ifMatch);
    return edit.prefer(
            caller.subject(),
            new Preferences(
                request.preferredChannel(),
                request.language(),
                ContactHoursRequest.of(request.contactHours())),
            seen)
        .map(BorrowerResource::tagged);
  }

  /** Erases everything personal about the caller, where no law keeps it. */
  @POST
  @Path("/me/erasure")
  @RolesAllowed("borrower")
  public Uni<Response> erase(@HeaderParam(Idempotency.HEADER) String key) {
    String subject = caller.subject();
    return idempotency.once(key, List.of(), NO_CONTENT, () -> erase.erase(subject));
  }

  /** Any account, for staff. */
  @GET
  @Path("/{id}")
  @RolesAllowed({"officer", "reviewer"})
  public Uni<Response> any(@PathParam("id") UUID id) {
    return view.any(id).map(BorrowerResource::tagged);
  }

  /** How and when a person wants to be spoken to, and whether at all; for the other services. */
  @GET
  @Path("/{id}/contact-wishes")
  @RolesAllowed("service")
  public Uni<ContactWishesView> contactWishes(@PathParam("id") UUID id) {
    return wishes.of(id).map(ContactWishesView::of);
  }

  private static Response tagged(BorrowerDetails details) {
    return Response.ok(BorrowerView.of(details))
        .tag(new EntityTag(Long.toString(details.version())))
        .build();
  }

  private static long version(String ifMatch) {
    if (ifMatch == null || !ifMatch.matches("\"\\d{1,18}\"")) {
      throw Invalid.field("If-Match", "IF_MATCH_REQUIRED", "the ETag of the account as last read");
    }
    return Long.parseLong(ifMatch.substring(1, ifMatch.length() - 1));
  }

  record VerificationRequest(@NotNull @Size(max = 30) String cardNumber) {
    /** Without its value, so that no log line carries the card. */
    @Override
    public String toString() {
      return "VerificationRequest";
    }
  }

  record ContactWishesView(
      UUID borrowerId,
      Preferences.Channel preferredChannel,
      String language,
      String zone,
      ContactHoursRequest hours,
      boolean contactConsent) {

    static ContactWishesView of(ContactWishes wishes) {
      return new ContactWishesView(
          wishes.borrowerId(),
          wishes.preferences().channel(),
          wishes.preferences().language(),
          wishes.zone(),
          ContactHoursRequest.view(wishes.preferences().hours()),
          wishes.consent());
    }
  }

  record PreferencesRequest(
      @NotNull Preferences.Channel preferredChannel,
      @NotNull @Pattern(regexp = "zh-CN|en") String language,
      @Valid ContactHoursRequest contactHours) {}
}
