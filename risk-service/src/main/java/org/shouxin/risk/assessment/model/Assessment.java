package org.shouxin.risk.assessment.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.risk.assessment.model.policy.Outcome;

/**
 * An assessment as it was made: facts and result as canonical JSON, written once, never changed.
 * The other columns repeat parts of the result for lists and reports.
 */
@Entity
@Table(name = "assessment")
public class Assessment {

  @Id private UUID id;

  @Column(name = "application_id")
  private UUID applicationId;

  @Column(name = "borrower_id")
  private UUID borrowerId;

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  private int score;
  private String probability;
  private String grade;

  @Column(name = "limit_minor")
  private long limitMinor;

  @Column(name = "graded_minor")
  private long gradedMinor;

  private String currency;

  @Column(name = "annual_rate")
  private String annualRate;

  private String reasons;

  @Column(name = "scorecard_version")
  private String scorecardVersion;

  @Column(name = "policy_version")
  private String policyVersion;

  @Column(name = "ceilings_version")
  private String ceilingsVersion;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  private String facts;
  private String result;

  @Column(name = "result_sha256")
  private String resultSha256;

  @Column(name = "log_leaf_id")
  private UUID logLeafId;

  @Column(name = "asked_by")
  private String askedBy;

  protected Assessment() {}

  public Assessment(AssessmentFacts known, AssessmentResult decided, Record record) {
    id = decided.assessmentId();
    applicationId = known.applicationId();
    borrowerId = known.borrowerId();
    outcome = decided.outcome();
    score = decided.score();
    probability = decided.probabilityOfBad();
    grade = decided.grade();
    limitMinor = decided.limit().minor();
    gradedMinor = decided.gradedLimit().minor();
    currency = decided.limit().currency().getCurrencyCode();
    annualRate = decided.annualRate();
    reasons = String.join(",", decided.reasons());
    scorecardVersion = decided.scorecardVersion();
    policyVersion = decided.policyVersion();
    ceilingsVersion = decided.ceilingsVersion();
    decidedAt = decided.decidedAt();
    expiresAt = decided.expiresAt();
    facts = record.facts();
    result = record.result();
    resultSha256 = record.resultSha256();
    logLeafId = record.logLeafId();
    askedBy = record.askedBy();
  }

  /** What is kept to replay and to prove it. */
  public record Record(
      String facts, String result, String resultSha256, UUID logLeafId, String askedBy) {}

  public UUID id() {
    return id;
  }

  public UUID applicationId() {
    return applicationId;
  }

  public UUID borrowerId() {
    return borrowerId;
  }

  public Outcome outcome() {
    return outcome;
  }

  public int score() {
    return score;
  }

  public String probability() {
    return probability;
  }

  public String grade() {
    return grade;
  }

  public Money limit() {
    return Money.ofMinor(limitMinor, currency);
  }

  /** Limit of the grade before the borrower's standing was looked at. */
  public Money gradedLimit() {
    return Money.ofMinor(gradedMinor, currency);
  }

  public String annualRate() {
    return annualRate;
  }

  public String[] reasons() {
    return reasons.isEmpty() ? new String[0] : reasons.split(",");
  }

  public String scorecardVersion() {
    return scorecardVersion;
  }

  public String policyVersion() {
    return policyVersion;
  }

  public String ceilingsVersion() {
    return ceilingsVersion;
  }

  public Instant decidedAt() {
    return decidedAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public String facts() {
    return facts;
  }

  public String result() {
    return result;
  }

  public String resultSha256() {
    return resultSha256;
  }

  public UUID logLeafId() {
    return logLeafId;
  }
}
