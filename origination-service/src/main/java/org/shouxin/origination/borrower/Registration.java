package org.shouxin.origination.borrower;

import java.util.List;
import org.shouxin.origination.borrower.model.Preferences;
import org.shouxin.origination.consent.ConsentWish;
import org.shouxin.origination.consent.Purpose;
import org.shouxin.origination.identity.Claim;
import org.shouxin.origination.person.CardNumber;
import org.shouxin.origination.person.EmailAddress;
import org.shouxin.origination.person.IdNumber;
import org.shouxin.origination.person.PersonName;
import org.shouxin.origination.person.PhoneNumber;

/**
 * What a person tells to get an account; every value has passed its own checks.
 *
 * @param deviceToken null without an app
 */
public record Registration(
    PersonName name,
    IdNumber idNumber,
    PhoneNumber phone,
    EmailAddress email,
    CardNumber card,
    String address,
    String deviceToken,
    Preferences preferences,
    List<ConsentWish> consents) {

  /** Keeps the consents as they are. */
  public Registration {
    consents = List.copyOf(consents);
  }

  boolean consents(Purpose purpose) {
    return consents.stream().anyMatch(c -> c.purpose() == purpose && c.granted());
  }

  /** What the parties are asked; the bank only where a debit was consented to. */
  Claim claim() {
    return new Claim(name, idNumber, phone, consents(Purpose.AUTO_DEBIT) ? card : null);
  }

  /** Masked, so that no log line carries the person. */
  @Override
  public String toString() {
    return "Registration[" + idNumber + "]";
  }
}
