package org.shouxin.origination.contactpoint.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.shouxin.chassis.http.RequestLocale;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.chassis.security.Caller;
import org.shouxin.origination.contactpoint.ChangePhone;
import org.shouxin.origination.contactpoint.ContactSummary;
import org.shouxin.origination.person.PhoneNumber;
import org.shouxin.origination.remote.Attempt;

/** Another phone number for a borrower. */
@Path("/v1/borrowers/me/phone-changes")
public class PhoneChangeResource {

  private static final int CREATED = 201;
  private static final int OK = 200;

  private final ChangePhone changePhone;
  private final Idempotency idempotency;
  private final RequestLocale locale;
  private final Caller caller;

  PhoneChangeResource(
      ChangePhone changePhone, Idempotency idempotency, RequestLocale locale, Caller caller) {
    this.changePhone = changePhone;
    this.idempotency = idempotency;
    this.locale = locale;
    this.caller = caller;
  }

  /** Asks for the change; a code goes to the new number. */
  @POST
  @RolesAllowed("borrower")
  public Uni<Response> ask(
      @HeaderParam(Idempotency.HEADER) String key, @NotNull @Valid PhoneChangeRequest request) {
    String subject = caller.subject();
    PhoneNumber phone = PhoneNumber.of(request.phone());
    Locale language = locale.get();
    return idempotency.once(
        key,
        request,
        CREATED,
        () -> Attempt.of(changePhone.prepare(subject, phone, language)),
        asked ->
            changePhone
                .keep(asked.get())
                .map(a -> new PhoneChangeView(a.id(), a.codeSentTo(), a.codeExpiresAt())));
  }

  /** Confirms the change by the code. */
  @POST
  @Path("/{id}/confirmation")
  @RolesAllowed("borrower")
  public Uni<Response> confirm(
      @PathParam("id") UUID id,
      @HeaderParam(Idempotency.HEADER) String key,
      @NotNull @Valid CodeRequest request) {
    String subject = caller.subject();
    return idempotency.once(
        key,
        request,
        OK,
        () -> Attempt.of(changePhone.prove(subject, id, request.code())),
        proven -> changePhone.confirm(subject, proven.get()).map(PhoneView::of));
  }

  record PhoneChangeRequest(@NotBlank @Size(max = 30) String phone) {
    /** Without its value, so that no log line carries the number. */
    @Override
    public String toString() {
      return "PhoneChangeRequest";
    }
  }

  record PhoneChangeView(UUID id, String codeSentTo, Instant codeExpiresAt) {}

  record CodeRequest(@NotNull @Pattern(regexp = "\\d{6}") String code) {
    /** Without its value, so that no log line carries the code. */
    @Override
    public String toString() {
      return "CodeRequest";
    }
  }

  record PhoneView(String phone, String status, Instant checkedAt) {
    static PhoneView of(ContactSummary summary) {
      return new PhoneView(summary.masked(), summary.status(), summary.checkedAt());
    }
  }
}
