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
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.UUID;
import org.shouxin.origination.contactpoint.CheckNumber;

/** Checks of a borrower's number at the carrier. */
@Path("/v1/borrowers/{id}/number-checks")
public class NumberCheckResource {

  private final CheckNumber checkNumber;

  NumberCheckResource(CheckNumber checkNumber) {
    this.checkNumber = checkNumber;
  }

  /** Asks the carrier whether the number still is the person's. */
  @POST
  @RolesAllowed("service")
  public Uni<NumberCheckView> check(
      @PathParam("id") UUID id, @NotNull @Valid NumberCheckRequest request) {
    return checkNumber.check(id).map(c -> new NumberCheckView(c.status(), c.checkedAt()));
  }

  record NumberCheckRequest(
      @NotBlank @Size(max = 100) @Pattern(regexp = "[\\x20-\\x7e]*") String reference) {}

  record NumberCheckView(String status, Instant checkedAt) {}
}
