package org.shouxin.origination.vault;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.shouxin.chassis.pii.BlindIndex;
import org.shouxin.chassis.pii.FieldCipher;
import org.shouxin.origination.person.CardNumber;
import org.shouxin.origination.person.EmailAddress;
import org.shouxin.origination.person.IdNumber;
import org.shouxin.origination.person.PhoneNumber;

/**
 * Seals personal fields and tags them. A sealed field opens only in the row and column it was
 * sealed for; a tag tells that two values are equal and nothing else.
 */
@ApplicationScoped
public class Vault {

  private final FieldCipher cipher;
  private final BlindIndex index;

  Vault(FieldCipher cipher, BlindIndex index) {
    this.cipher = cipher;
    this.index = index;
  }

  /** Encrypts a field; null stays null. */
  public String seal(UUID row, String column, String plain) {
    return plain == null ? null : cipher.encrypt(plain, place(row, column));
  }

  /** Decrypts a field; null stays null. */
  public String open(UUID row, String column, String sealed) {
    return sealed == null ? null : cipher.decrypt(sealed, place(row, column));
  }

  /** The tag of a person: the same for every account of one ID number. */
  public String tag(IdNumber idNumber) {
    return index.of("id-number", idNumber.value());
  }

  /** The tag of a phone number. */
  public String tag(PhoneNumber phone) {
    return index.of("phone", phone.value());
  }

  /** The tag of a card. */
  public String tag(CardNumber card) {
    return index.of("card", card.value());
  }

  /** The tag of a mail address. */
  public String tag(EmailAddress email) {
    return index.of("email", email.value());
  }

  /** The tag of a device. */
  public String deviceTag(String deviceToken) {
    return index.of("device", deviceToken);
  }

  /** A keyed digest of a secret that is compared, never shown; bound to the row that keeps it. */
  public String digest(UUID row, String secret) {
    return index.of("one-time-code", row + ":" + secret);
  }

  private static String place(UUID row, String column) {
    return row + ":" + column;
  }
}
