package org.shouxin.origination.borrower;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouxin.origination.borrower.model.BorrowerState;
import org.shouxin.origination.borrower.model.PaymentAgreement;
import org.shouxin.origination.borrower.model.Preferences;
import org.shouxin.origination.consent.GivenConsent;
import org.shouxin.origination.contactpoint.ContactSummary;
import org.shouxin.origination.identity.CheckResult;

/**
 * A borrower for eyes: everything personal is masked.
 *
 * @param agreement null without one
 * @param contactLostOn since when collections cannot reach the person; null while they can
 */
public record BorrowerDetails(
    UUID id,
    BorrowerState state,
    String maskedName,
    String maskedIdNumber,
    List<ContactSummary> contacts,
    PaymentAgreement agreement,
    Preferences preferences,
    List<CheckResult> checks,
    List<GivenConsent> consents,
    LocalDate contactLostOn,
    long version) {

  /** Keeps the lists as they are. */
  public BorrowerDetails {
    contacts = List.copyOf(contacts);
    checks = List.copyOf(checks);
    consents = List.copyOf(consents);
  }
}
