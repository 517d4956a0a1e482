package org.shouxin.origination.offer.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * An offer with its cost table.
 *
 * <p>Life: made; shown for the first time (the moment is kept); accepted, once the table has been
 * before the applicant for the forced reading time and the applicant names the table by its hash.
 * The table never changes.
 */
@Entity
@Table(name = "offer")
public class Offer {

  /** The applicant confirms another table than the one that was shown. */
  public static final String RULE_HASH = "DISCLOSURE_HASH_MISMATCH";

  /** The table was never shown. */
  public static final String RULE_NOT_SHOWN = "DISCLOSURE_NOT_SHOWN";

  @Id private UUID id;

  @Column(name = "application_id")
  private UUID applicationId;

  private String disclosure;

  @Column(name = "disclosure_hash")
  private String disclosureHash;

  @Column(name = "made_at")
  private Instant madeAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "shown_at")
  private Instant shownAt;

  @Column(name = "accepted_at")
  private Instant acceptedAt;

  @Column(name = "read_seconds_told")
  private Integer readSecondsTold;

  @Version private long version;

  /** For the persistence provider. */
  protected Offer() {}

  /**
   * An offer as it is made.
   *
   * @param disclosure the cost table as canonical JSON
   * @param disclosureHash its SHA-256, lower-case hexadecimal
   */
  public Offer(
      UUID id,
      UUID applicationId,
      String disclosure,
      String disclosureHash,
      Instant madeAt,
      Instant expiresAt) {
    this.id = id;
    this.applicationId = applicationId;
    this.disclosure = disclosure;
    this.disclosureHash = disclosureHash;
    this.madeAt = madeAt;
    this.expiresAt = expiresAt;
  }

  /** The applicant sees the table. */
  public void shown(Instant at) {
    shownAt = shownAt == null ? at : shownAt;
  }

  /**
   * Throws unless the table may be accepted now. The time counts from the first showing by our own
   * clock; what the applicant's device tells can only make it shorter.
   *
   * @param rule the rule that demands the reading time
   */
  public void requireRead(
      String hash, Integer secondsTold, String rule, Duration readingMin, Instant now) {
    if (shownAt == null) {
      throw RuleViolation.conflict(RULE_NOT_SHOWN, "the cost table was not shown yet");
    }
    if (!disclosureHash.equals(hash)) {
      throw RuleViolation.conflict(RULE_HASH, "another cost table was confirmed")
          .field("/disclosureHash");
    }
    Duration seen = Duration.between(shownAt, now);
    boolean toldTooShort = secondsTold != null && secondsTold < readingMin.toSeconds();
    if (toldTooShort || seen.compareTo(readingMin) < 0) {
      throw RuleViolation.refused(rule, "the cost table must be read before it is accepted")
          .with("readingSecondsMin", readingMin.toSeconds());
    }
  }

  /** The applicant accepts; the checks have passed. */
  public void accepted(Integer secondsTold, Instant at) {
    acceptedAt = at;
    readSecondsTold = secondsTold;
  }

  /** Which one. */
  public UUID id() {
    return id;
  }

  /** The cost table as canonical JSON. */
  public String disclosure() {
    return disclosure;
  }

  /** The table's SHA-256. */
  public String disclosureHash() {
    return disclosureHash;
  }

  /** Until when it may be signed. */
  public Instant expiresAt() {
    return expiresAt;
  }

  /** When it was first shown; null before. */
  public Instant shownAt() {
    return shownAt;
  }

  /** When it was accepted; null before. */
  public Instant acceptedAt() {
    return acceptedAt;
  }

  /** What the applicant's device told of the reading time; null when nothing. */
  public Integer readSecondsTold() {
    return readSecondsTold;
  }
}
