package org.shouxin.origination.borrower.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalTime;
import org.shouxin.origination.borrower.model.ContactHours;

/**
 * When somebody wants to be spoken to.
 *
 * @param to end, exclusive; 24:00 is the end of the day
 */
record ContactHoursRequest(
    @NotNull @Pattern(regexp = ContactHoursRequest.CLOCK) String from,
    @NotNull @Pattern(regexp = ContactHoursRequest.CLOCK + "|24:00") String to,
    boolean nightAgreed) {

  static final String CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]";
  private static final String END_OF_DAY = "24:00";

  /** Null for none. */
  static ContactHours of(ContactHoursRequest request) {
    return request == null
        ? null
        : new ContactHours(
            LocalTime.parse(request.from),
            request.to.equals(END_OF_DAY) ? LocalTime.MIDNIGHT : LocalTime.parse(request.to),
            request.nightAgreed);
  }

  /** As it was told; null for none. */
  static ContactHoursRequest view(ContactHours hours) {
    return hours == null
        ? null
        : new ContactHoursRequest(
            hours.from().toString(),
            hours.to().equals(LocalTime.MIDNIGHT) ? END_OF_DAY : hours.to().toString(),
            hours.nightAgreed());
  }
}
