package org.shouxin.origination.borrower.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * A person with an account here, bound to one token subject. One person may have several accounts;
 * they share the person tag.
 *
 * <p>Life: registered as VERIFIED, NEEDS_REVIEW or REJECTED by what the identity checks prove;
 * NEEDS_REVIEW and REJECTED may be verified again a limited number of times (SX-RETRY-01); VERIFIED
 * stays. Who never signed may have everything erased. Independently, collections may lose contact
 * and find it again.
 */
@Entity
@Table(name = "borrower")
public class Borrower {

  /** The borrower is verified already. */
  public static final String RULE_VERIFIED = "BORROWER_ALREADY_VERIFIED";

  @Id private UUID id;

  private String subject;

  @Enumerated(EnumType.STRING)
  private BorrowerState state;

  @Column(name = "name_sealed")
  private String nameSealed;

  @Column(name = "id_number_sealed")
  private String idNumberSealed;

  @Column(name = "address_sealed")
  private String addressSealed;

  @Column(name = "person_tag")
  private String personTag;

  @Column(name = "payment_agreement")
  private String paymentAgreement;

  @Column(name = "card_tag")
  private String cardTag;

  @Column(name = "card_last4")
  private String cardLast4;

  @Column(name = "bank_name")
  private String bankName;

  @Enumerated(EnumType.STRING)
  @Column(name = "preferred_channel")
  private Preferences.Channel preferredChannel;

  private String language;
  private String zone;

  @Column(name = "contact_from")
  private LocalTime contactFrom;

  @Column(name = "contact_to")
  private LocalTime contactTo;

  @Column(name = "night_agreed")
  private boolean nightAgreed;

  @Column(name = "verification_attempts")
  private int verificationAttempts;

  @Column(name = "contact_lost_on")
  private LocalDate contactLostOn;

  @Column(name = "registered_at")
  private Instant registeredAt;

  @Version private long version;

  /** For the persistence provider. */
  protected Borrower() {}

  /**
   * A person who has just been checked for the first time.
   *
   * @param agreement null unless the bank agreed
   */
  public Borrower(
      UUID id,
      String subject,
      SealedPerson person,
      BorrowerState state,
      PaymentAgreement agreement,
      Preferences preferences,
      String zone,
      Instant registeredAt) {
    this.id = id;
    this.subject = subject;
    this.nameSealed = person.name();
    this.idNumberSealed = person.idNumber();
    this.addressSealed = person.address();
    this.personTag = person.personTag();
    this.state = state;
    this.zone = zone;
    this.registeredAt = registeredAt;
    this.verificationAttempts = 1;
    agreed(agreement);
    preferring(preferences);
  }

  /** Throws unless another verification may be tried. */
  public void requireVerifiable(String rule, int attemptsMax) {
    if (state == BorrowerState.VERIFIED) {
      throw RuleViolation.conflict(RULE_VERIFIED, "the borrower is verified already");
    }
    if (verificationAttempts >= attemptsMax) {
      throw RuleViolation.conflict(rule, "too many attempts; somebody has to look at it")
          .with("attemptsMax", attemptsMax);
    }
  }

  /** Takes the outcome of another verification. */
  public void verifiedAgain(BorrowerState outcome, PaymentAgreement agreement) {
    state = outcome;
    verificationAttempts++;
    if (agreement != null) {
      agreed(agreement);
    }
  }

  /** The person wants to be spoken to in another way. */
  public void preferring(Preferences preferences) {
    preferredChannel = preferences.channel();
    language = preferences.language();
    ContactHours hours = preferences.hours();
    contactFrom = hours == null ? null : hours.from();
    contactTo = hours == null ? null : hours.to();
    nightAgreed = hours != null && hours.nightAgreed();
  }

  /** The person has another address, sealed for this row. */
  public void movedTo(String sealedAddress) {
    addressSealed = sealedAddress;
  }

  /** Collections cannot reach the person. */
  public void contactLost(LocalDate on) {
    contactLostOn = contactLostOn == null ? on : contactLostOn;
  }

  /** Collections reached the person again. */
  public void contactFound() {
    contactLostOn = null;
  }

  /** Everything personal goes; what is left tells nobody who it was. */
  public void erased() {
    state = BorrowerState.ERASED;
    subject = "erased:" + id;
    personTag = subject;
    nameSealed = "";
    idNumberSealed = "";
    addressSealed = "";
    paymentAgreement = null;
    cardTag = null;
    cardLast4 = null;
    bankName = null;
    contactLostOn = null;
  }

  /** The row, which the sealed fields are bound to. */
  public UUID id() {
    return id;
  }

  /** The token subject the account is bound to. */
  public String subject() {
    return subject;
  }

  /** What the checks proved. */
  public BorrowerState state() {
    return state;
  }

  /** The sealed fields. */
  public SealedPerson person() {
    return new SealedPerson(nameSealed, idNumberSealed, addressSealed, personTag);
  }

  /** The bank's agreement; null when there is none. */
  public PaymentAgreement agreement() {
    return paymentAgreement == null
        ? null
        : new PaymentAgreement(paymentAgreement, cardTag, cardLast4, bankName);
  }

  /** How the person wants to be spoken to. */
  public Preferences preferences() {
    return new Preferences(
        preferredChannel,
        language,
        contactFrom == null ? null : new ContactHours(contactFrom, contactTo, nightAgreed));
  }

  /** The person's time zone. */
  public String zone() {
    return zone;
  }

  /** Since when collections cannot reach the person; null while they can. */
  public LocalDate contactLostOn() {
    return contactLostOn;
  }

  /** Counts changes, for conditional edits. */
  public long version() {
    return version;
  }

  private void agreed(PaymentAgreement agreement) {
    if (agreement != null) {
      paymentAgreement = agreement.token();
      cardTag = agreement.cardTag();
      cardLast4 = agreement.cardLast4();
      bankName = agreement.bankName();
    }
  }
}
