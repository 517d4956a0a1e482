package org.shouxin.origination.borrower.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.shouxin.origination.borrower.Registration;
import org.shouxin.origination.borrower.model.Preferences;
import org.shouxin.origination.person.CardNumber;
import org.shouxin.origination.person.EmailAddress;
import org.shouxin.origination.person.IdNumber;
import org.shouxin.origination.person.PersonName;
import org.shouxin.origination.person.PhoneNumber;

/** What a person tells to get an account. */
record RegistrationRequest(
    @NotBlank @Size(max = 60) String name,
    @NotBlank @Size(max = 30) String idNumber,
    @NotBlank @Size(max = 30) String phone,
    @NotBlank @Size(max = 260) String email,
    @NotBlank @Size(max = 30) String cardNumber,
    @NotBlank @Size(max = 200) @Pattern(regexp = "[^\\p{Cntrl}]*") String address,
    @Size(max = 200) @Pattern(regexp = "[\\x21-\\x7e]+") String deviceToken,
    @NotNull Preferences.Channel preferredChannel,
    @NotNull @Pattern(regexp = "zh-CN|en") String language,
    @Valid ContactHoursRequest contactHours,
    @NotNull @Size(max = 10) List<@Valid @NotNull ConsentRequest> consents) {

  Registration registration() {
    return new Registration(
        PersonName.of(name),
        IdNumber.of(idNumber),
        PhoneNumber.of(phone),
        EmailAddress.of(email),
        CardNumber.of(cardNumber),
        address.strip(),
        deviceToken,
        new Preferences(preferredChannel, language, ContactHoursRequest.of(contactHours)),
        consents.stream().map(ConsentRequest::wish).toList());
  }

  /** Without its values, so that no log line carries the person. */
  @Override
  public String toString() {
    return "RegistrationRequest";
  }
}
