package org.shouxin.origination.borrower.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shouxin.origination.borrower.BorrowerDetails;
import org.shouxin.origination.borrower.model.BorrowerState;
import org.shouxin.origination.borrower.model.PaymentAgreement;
import org.shouxin.origination.borrower.model.Preferences;
import org.shouxin.origination.contactpoint.ContactSummary;
import org.shouxin.origination.identity.CheckResult;
import org.shouxin.origination.person.CheckKind;
import org.shouxin.origination.person.CheckOutcome;

/** A borrower, masked. */
record BorrowerView(
    UUID id,
    BorrowerState state,
    String name,
    String idNumber,
    String phone,
    String email,
    List<ContactView> contacts,
    CardView card,
    Preferences.Channel preferredChannel,
    String language,
    ContactHoursRequest contactHours,
    List<CheckView> checks,
    List<ConsentView> consents,
    boolean contactUpdateRequired,
    long version) {

  record ContactView(String kind, String masked, String status, Instant checkedAt) {}

  record CardView(String last4, String bankName) {}

  record CheckView(
      CheckKind kind,
      CheckOutcome outcome,
      String answer,
      String provider,
      String serial,
      Instant checkedAt) {}

  static BorrowerView of(BorrowerDetails details) {
    return new BorrowerView(
        details.id(),
        details.state(),
        details.maskedName(),
        details.maskedIdNumber(),
        masked(details, "PHONE"),
        masked(details, "EMAIL"),
        details.contacts().stream().map(BorrowerView::contact).toList(),
        card(details.agreement()),
        details.preferences().channel(),
        details.preferences().language(),
        ContactHoursRequest.view(details.preferences().hours()),
        details.checks().stream().map(BorrowerView::check).toList(),
        details.consents().stream().map(ConsentView::of).toList(),
        details.contactLostOn() != null,
        details.version());
  }

  private static String masked(BorrowerDetails details, String kind) {
    return details.contacts().stream()
        .filter(c -> c.kind().equals(kind))
        .map(ContactSummary::masked)
        .findFirst()
        .orElse(null);
  }

  private static ContactView contact(ContactSummary c) {
    return new ContactView(c.kind(), c.masked(), c.status(), c.checkedAt());
  }

  private static CardView card(PaymentAgreement agreement) {
    return agreement == null ? null : new CardView(agreement.cardLast4(), agreement.bankName());
  }

  private static CheckView check(CheckResult c) {
    return new CheckView(
        c.kind(), c.outcome(), c.answer(), c.provider(), c.serial(), c.checkedAt());
  }
}
