package org.shouxin.origination.identity;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import org.shouxin.origination.person.IdNumber;
import org.shouxin.origination.person.PersonName;
import org.shouxin.origination.person.PhoneNumber;

/** The phone carrier. An answer that fails means nobody could be asked. */
public interface CarrierRecords {

  /** MATCH, MISMATCH or NOT_FOUND: whether the number is registered to that person. */
  Uni<String> holderOf(PersonName name, IdNumber idNumber, PhoneNumber phone);

  /**
   * The state of a number.
   *
   * @param provenOn the day the number was proven to be the person's; null when it is not yet
   */
  Uni<NumberReport> statusOf(PhoneNumber phone, LocalDate provenOn);

  /**
   * The carrier's view of a number.
   *
   * @param status ACTIVE, SUSPENDED, EMPTY, RECYCLED or UNKNOWN
   * @param monthsInNetwork whole months in the hands of the present holder; null when not told
   * @param recycledSince since when the number is somebody else's; null when it never was
   */
  record NumberReport(String status, Integer monthsInNetwork, LocalDate recycledSince) {}
}
