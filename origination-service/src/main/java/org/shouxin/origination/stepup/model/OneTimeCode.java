package org.shouxin.origination.stepup.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A code sent to a person's phone to prove that the person is there. Kept as a keyed digest only.
 *
 * <p>Life: sent, then right once, or wrong five times, or past its ten minutes. A right answer may
 * be repeated, so that a call whose answer was lost can be made again.
 */
@Entity
@Table(name = "one_time_code")
public class OneTimeCode {

  /** How often it may be typed wrong. */
  public static final int TRIES_MAX = 5;

  /** How long it lives. */
  public static final Duration LIFETIME = Duration.ofMinutes(10);

  /** What came of a try. */
  public enum Try {
    /** It was the code. */
    RIGHT,
    /** It was not. */
    WRONG,
    /** It came too late. */
    EXPIRED,
    /** It was typed wrong too often before. */
    EXHAUSTED
  }

  @Id private UUID id;

  private String purpose;

  @Column(name = "subject_id")
  private UUID subjectId;

  private String digest;

  @Column(name = "wrong_tries")
  private int wrongTries;

  @Column(name = "sent_at")
  private Instant sentAt;

  @Column(name = "proven_at")
  private Instant provenAt;

  @Version private long version;

  /** For the persistence provider. */
  protected OneTimeCode() {}

  /** A code that is about to be sent. */
  public OneTimeCode(UUID id, String purpose, UUID subjectId, String digest, Instant sentAt) {
    this.id = id;
    this.purpose = purpose;
    this.subjectId = subjectId;
    this.digest = digest;
    this.sentAt = sentAt;
  }

  /** Judges a try and remembers it. */
  public Try tried(String typedDigest, Instant now) {
    if (wrongTries >= TRIES_MAX) {
      return Try.EXHAUSTED;
    }
    if (now.isAfter(expiresAt())) {
      return Try.EXPIRED;
    }
    if (!digest.equals(typedDigest)) {
      wrongTries++;
      return Try.WRONG;
    }
    provenAt = provenAt == null ? now : provenAt;
    return Try.RIGHT;
  }

  /** When it stops being accepted. */
  public Instant expiresAt() {
    return sentAt.plus(LIFETIME);
  }

  /** How often it may still be typed wrong. */
  public int triesLeft() {
    return TRIES_MAX - wrongTries;
  }

  /** The row, which the digest is bound to. */
  public UUID id() {
    return id;
  }

  /** What it proves. */
  public String purpose() {
    return purpose;
  }

  /** What it is for. */
  public UUID subjectId() {
    return subjectId;
  }
}
