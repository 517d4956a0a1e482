package org.shouxin.origination.borrower;

import java.util.UUID;
import org.shouxin.origination.person.CheckOutcome;
import org.shouxin.origination.person.IdNumber;
import org.shouxin.origination.person.PersonName;

/**
 * A borrower as the features see one who applies and signs; stays inside the service.
 *
 * @param paymentAgreement the bank's token; null without one
 */
public record Applicant(
    UUID borrowerId,
    String subject,
    boolean verified,
    PersonName name,
    IdNumber idNumber,
    String personTag,
    String address,
    String paymentAgreement,
    String cardLast4,
    String bankName,
    String preferredChannel,
    CheckOutcome nameAndId,
    CheckOutcome face,
    CheckOutcome phoneHolder) {

  /** Masked, so that no log line carries the person. */
  @Override
  public String toString() {
    return "Applicant[" + borrowerId + "]";
  }
}
