package org.shouxin.origination.contactpoint.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * A place where a person can be reached.
 *
 * <p>Life of a phone: UNVERIFIED or ACTIVE at registration; a check at the carrier moves it between
 * ACTIVE, SUSPENDED, EMPTY and UNVERIFIED; EMPTY and UNVERIFIED become ACTIVE only when the carrier
 * confirms this person; RECYCLED is the end. A number that the person replaced is kept, with the
 * day, and used no more. Mail addresses and devices stay UNVERIFIED and may be used.
 */
@Entity
@Table(name = "contact_point")
public class ContactPoint {

  /** The number must not be written to or called; {@code contactStatus} says why. */
  public static final String RULE_BLOCKED = "CONTACT_POINT_BLOCKED";

  @Id private UUID id;

  @Column(name = "borrower_id")
  private UUID borrowerId;

  @Column(name = "person_tag")
  private String personTag;

  @Enumerated(EnumType.STRING)
  private Channel.Kind kind;

  private String sealed;
  private String tag;

  @Enumerated(EnumType.STRING)
  private NumberStatus status;

  @Column(name = "months_in_network")
  private Integer monthsInNetwork;

  @Column(name = "proven_at")
  private Instant provenAt;

  @Column(name = "checked_at")
  private Instant checkedAt;

  @Column(name = "replaced_at")
  private Instant replacedAt;

  @Version private long version;

  /** For the persistence provider. */
  protected ContactPoint() {}

  /** A contact point nobody has proven yet. */
  public ContactPoint(
      UUID id, UUID borrowerId, String personTag, Channel.Kind kind, String sealed, String tag) {
    this.id = id;
    this.borrowerId = borrowerId;
    this.personTag = personTag;
    this.kind = kind;
    this.sealed = sealed;
    this.tag = tag;
    this.status = NumberStatus.UNVERIFIED;
  }

  /** The carrier confirmed that the number is the person's and in service. */
  public List<ContactChanged> proven(Integer months, Instant at) {
    if (status == NumberStatus.RECYCLED) {
      throw blocked();
    }
    status = NumberStatus.ACTIVE;
    monthsInNetwork = months;
    provenAt = at;
    checkedAt = at;
    return changed();
  }

  /** Takes what the carrier says; tells what changed, which may be nothing. */
  public List<ContactChanged> checked(NumberFinding finding, Instant at, ZoneId zone) {
    NumberStatus before = status;
    LocalDate provenOn = provenAt == null ? null : LocalDate.ofInstant(provenAt, zone);
    status = finding.judge(before, provenOn);
    if (!finding.evaluated()) {
      return List.of();
    }
    checkedAt = at;
    monthsInNetwork = finding.monthsInNetwork();
    return status == before ? List.of() : changed();
  }

  /** Whether the carrier was last asked about the number longer ago than this, or never. */
  public boolean isStatusOlderThan(Duration freshFor, Instant now) {
    return checkedAt == null || checkedAt.plus(freshFor).isBefore(now);
  }

  /** The person has another number now. */
  public void replaced(Instant at) {
    replacedAt = at;
  }

  /** Throws unless the point may be used: a phone only while it is ACTIVE. */
  public void requireUsable() {
    if (replacedAt != null || (kind == Channel.Kind.PHONE && status != NumberStatus.ACTIVE)) {
      throw blocked();
    }
  }

  /** The row, which the sealed address is bound to. */
  public UUID id() {
    return id;
  }

  /** Whose it is. */
  public UUID borrowerId() {
    return borrowerId;
  }

  /** What it is. */
  public Channel.Kind kind() {
    return kind;
  }

  /** The sealed address. */
  public String sealed() {
    return sealed;
  }

  /** The tag of the address. */
  public String tag() {
    return tag;
  }

  /** What is known of it. */
  public NumberStatus status() {
    return status;
  }

  /** Months in the present holder's hands, when the carrier told. */
  public Integer monthsInNetwork() {
    return monthsInNetwork;
  }

  /** When it was proven to be the person's; null when it never was. */
  public Instant provenAt() {
    return provenAt;
  }

  /** When somebody last had an answer about it. */
  public Instant checkedAt() {
    return checkedAt;
  }

  private List<ContactChanged> changed() {
    return Arrays.stream(Channel.values())
        .filter(channel -> channel.kind() == kind)
        .map(channel -> new ContactChanged(borrowerId, channel, status, checkedAt))
        .toList();
  }

  private RuleViolation blocked() {
    return RuleViolation.conflict(RULE_BLOCKED, "the number must not be used")
        .with("contactStatus", status.name());
  }
}
