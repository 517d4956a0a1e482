package org.shouxin.origination.borrower.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.shouxin.origination.consent.ConsentWish;
import org.shouxin.origination.consent.Purpose;

/** What a person says about a purpose. */
record ConsentRequest(
    @NotNull Purpose purpose,
    @NotNull Boolean granted,
    @NotBlank @Size(max = 40) @Pattern(regexp = "[A-Za-z0-9._-]*") String textVersion) {

  ConsentWish wish() {
    return new ConsentWish(purpose, granted, textVersion);
  }
}
