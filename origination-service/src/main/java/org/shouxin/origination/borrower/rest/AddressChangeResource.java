package org.shouxin.origination.borrower.rest;

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
import org.shouxin.origination.borrower.ChangeAddress;
import org.shouxin.origination.remote.Attempt;

/** Another postal address for a borrower. */
@Path("/v1/borrowers/me/address-changes")
public class AddressChangeResource {

  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;

  private final ChangeAddress changeAddress;
  private final Idempotency idempotency;
  private final RequestLocale locale;
  private final Caller caller;

  AddressChangeResource(
      ChangeAddress changeAddress, Idempotency idempotency, RequestLocale locale, Caller caller) {
    this.changeAddress = changeAddress;
    this.idempotency = idempotency;
    this.locale = locale;
    this.caller = caller;
  }

  /** Asks for the change; a code goes to the phone in use. */
  @POST
  @RolesAllowed("borrower")
  public Uni<Response> ask(
      @HeaderParam(Idempotency.HEADER) String key, @NotNull @Valid AddressChangeRequest request) {
    String subject = caller.subject();
    String address = request.address().strip();
    Locale language = locale.get();
    return idempotency.once(
        key,
        request,
        CREATED,
        () -> Attempt.of(changeAddress.prepare(subject, address, language)),
        asked ->
            changeAddress
                .keep(asked.get())
                .map(a -> new AddressChangeView(a.id(), a.codeSentTo(), a.codeExpiresAt())));
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
        NO_CONTENT,
        () -> Attempt.of(changeAddress.prove(subject, id, request.code())),
        proven -> changeAddress.confirm(subject, proven.get()));
  }

  record AddressChangeRequest(
      @NotBlank @Size(max = 200) @Pattern(regexp = "[^\\p{Cntrl}]*") String address) {
    /** Without its value, so that no log line carries the address. */
    @Override
    public String toString() {
      return "AddressChangeRequest";
    }
  }

  record AddressChangeView(UUID id, String codeSentTo, Instant codeExpiresAt) {}

  record CodeRequest(@NotNull @Pattern(regexp = "\\d{6}") String code) {
    /** Without its value, so that no log line carries the code. */
    @Override
    public String toString() {
      return "CodeRequest";
    }
  }
}
