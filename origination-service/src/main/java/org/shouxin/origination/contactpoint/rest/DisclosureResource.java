package org.shouxin.origination.contactpoint.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.shouxin.chassis.security.Caller;
import org.shouxin.origination.contactpoint.DiscloseContact;
import org.shouxin.origination.contactpoint.DiscloseContact.Disclosed;
import org.shouxin.origination.contactpoint.DiscloseContact.Question;
import org.shouxin.origination.contactpoint.model.Channel;

/** What the other services may know of how a person is reached. */
@Path("/v1/contact-disclosures")
public class DisclosureResource {

  private final DiscloseContact disclose;
  private final Caller caller;

  DisclosureResource(DiscloseContact disclose, Caller caller) {
    this.disclose = disclose;
    this.caller = caller;
  }

  /** Tells an address for one purpose; each telling is recorded. */
  @POST
  @RolesAllowed("service")
  public Uni<DisclosureView> disclose(@NotNull @Valid DisclosureRequest request) {
    return disclose
        .disclose(
            new Question(
                request.borrowerId(), request.channel(), request.purpose(), request.reference()),
            caller.clientId())
        .map(DisclosureView::of);
  }

  record DisclosureRequest(
      @NotNull UUID borrowerId,
      @NotNull Channel channel,
      @NotNull DiscloseContact.Purpose purpose,
      @NotBlank @Size(max = 100) @Pattern(regexp = "[\\x20-\\x7e]*") String reference) {}

  record DisclosureView(
      UUID disclosureId,
      Channel channel,
      String address,
      UUID contactPointId,
      String status,
      String language,
      String zone) {

    static DisclosureView of(Disclosed told) {
      return new DisclosureView(
          told.disclosureId(),
          told.channel(),
          told.address(),
          told.contactPointId(),
          told.status(),
          told.language(),
          told.zone());
    }
  }
}
