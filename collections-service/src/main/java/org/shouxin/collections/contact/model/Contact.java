package org.shouxin.collections.contact.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * One contact with a debtor, lawful when it was reserved.
 *
 * <p>RESERVED (slots taken) -> SENDING (claimed by one sender) -> for a call ANSWERED, UNANSWERED
 * or FAILED; for a message SENT and, by its receipt, DELIVERED or FAILED. A contact left in
 * RESERVED or SENDING by a crash becomes UNKNOWN: it keeps its slots, so it counts as if it had
 * happened, until the provider's answer to the same request id, or a late receipt, settles it. A
 * settled contact never changes again. The address is not here: it lives in origination alone.
 */
@Entity
@Table(name = "contact")
public class Contact {
  /** Sends of one request id, the first included. */
  public static final int SENDS_MAX = 3;

  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column(name = "borrower_id")
  private UUID borrowerId;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  @Enumerated(EnumType.STRING)
  private Person person;

  @Column(name = "script_code")
  private String scriptCode;

  @Column(name = "script_version")
  private int scriptVersion;

  private String language;

  @Column(name = "planned_at")
  private LocalDateTime plannedAt;

  @Column(name = "debtor_day")
  private LocalDate debtorDay;

  @Column(name = "business_date")
  private LocalDate businessDate;

  @Column(name = "contact_point_id")
  private UUID contactPointId;

  private String actor;

  @Enumerated(EnumType.STRING)
  private ContactState state;

  private int sends;

  @Column(name = "provider_code")
  private String providerCode;

  @Column(name = "provider_reference")
  private String providerReference;

  @Column(name = "reserved_at")
  private Instant reservedAt;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Version private int version;

  protected Contact() {}

  /** A lawful contact at the moment its slots are taken. */
  public static Contact reserve(UUID id, Reservation reservation, Instant now) {
    Contact contact = new Contact();
    contact.id = id;
    contact.caseId = reservation.caseId();
    contact.borrowerId = reservation.borrowerId();
    contact.channel = reservation.channel();
    contact.person = reservation.person();
    contact.scriptCode = reservation.script().code();
    contact.scriptVersion = reservation.script().version();
    contact.language = reservation.language();
    contact.plannedAt = reservation.plannedAt();
    contact.debtorDay = reservation.debtorDay();
    contact.businessDate = reservation.plannedAt().toLocalDate();
    contact.contactPointId = reservation.contactPointId();
    contact.actor = reservation.actor();
    contact.state = ContactState.RESERVED;
    contact.reservedAt = now;
    contact.changedAt = now;
    return contact;
  }

  /**
   * What a contact is reserved with.
   *
   * @param plannedAt local date and time in the institution's zone; its date is the business date
   * @param debtorDay the same moment's date in the debtor's zone, on which the caps are counted
   * @param actor who asked for it: a token's subject, or the planner
   */
  public record Reservation(
      UUID caseId,
      UUID borrowerId,
      Channel channel,
      Person person,
      Script script,
      String language,
      LocalDateTime plannedAt,
      LocalDate debtorDay,
      UUID contactPointId,
      String actor) {}

  /** Takes the right to send; false when another sender has it or the contact is settled. */
  public boolean claim(Instant now) {
    boolean free = state == ContactState.RESERVED || state == ContactState.UNKNOWN;
    if (!free || sends >= SENDS_MAX) {
      return false;
    }
    state = ContactState.SENDING;
    sends++;
    changedAt = now;
    return true;
  }

  /** The provider answered. */
  public Signal answered(SendResult result, Instant now) {
    if (state.isSettled()) {
      return Signal.NOTHING;
    }
    providerReference = result.reference();
    return switch (result.kind()) {
      case ACCEPTED -> settle(ContactState.SENT, result.code(), Signal.NOTHING, now);
      case ANSWERED -> settle(ContactState.ANSWERED, result.code(), Signal.ANSWERED, now);
      case NO_ANSWER -> settle(ContactState.UNANSWERED, result.code(), Signal.FAILURE, now);
      case NUMBER_DEAD -> settle(ContactState.FAILED, result.code(), Signal.NUMBER_FAILURE, now);
    };
  }

  /** The delivery receipt of a message came in, in whatever order. */
  public Signal receipt(boolean delivered, String code, Instant now) {
    if (state.isSettled() || channel == Channel.VOICE) {
      return Signal.NOTHING;
    }
    if (delivered) {
      return settle(ContactState.DELIVERED, code, Signal.NOTHING, now);
    }
    return settle(
        ContactState.FAILED,
        code,
        channel.usesNumber() ? Signal.NUMBER_FAILURE : Signal.NOTHING,
        now);
  }

  /** Nobody can say whether it was sent. */
  public void lost(Instant now) {
    if (state == ContactState.RESERVED || state == ContactState.SENDING) {
      state = ContactState.UNKNOWN;
      changedAt = now;
    }
  }

  private Signal settle(ContactState next, String code, Signal signal, Instant now) {
    state = next;
    providerCode = code;
    changedAt = now;
    return signal;
  }

  /** Whether it still has to be counted among the debtor's effective calls. */
  public boolean countsAsCall() {
    return channel == Channel.VOICE
        && state != ContactState.UNANSWERED
        && state != ContactState.FAILED;
  }

  /** Whether it still has to be counted among the unanswered attempts at its contact point. */
  public boolean countsAsAttempt() {
    return state != ContactState.ANSWERED;
  }

  /** Whether a person answered it on the telephone. */
  public boolean isAnsweredCall() {
    return channel == Channel.VOICE && state == ContactState.ANSWERED;
  }

  public UUID id() {
    return id;
  }

  public UUID caseId() {
    return caseId;
  }

  public UUID borrowerId() {
    return borrowerId;
  }

  public Channel channel() {
    return channel;
  }

  public Person person() {
    return person;
  }

  public String scriptCode() {
    return scriptCode;
  }

  public int scriptVersion() {
    return scriptVersion;
  }

  public String language() {
    return language;
  }

  public LocalDateTime plannedAt() {
    return plannedAt;
  }

  public LocalDate businessDate() {
    return businessDate;
  }

  public LocalDate debtorDay() {
    return debtorDay;
  }

  public UUID contactPointId() {
    return contactPointId;
  }

  public String actor() {
    return actor;
  }

  public ContactState state() {
    return state;
  }

  public String providerCode() {
    return providerCode;
  }

  public Instant changedAt() {
    return changedAt;
  }
}
