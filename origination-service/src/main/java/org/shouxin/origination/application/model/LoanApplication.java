package org.shouxin.origination.application.model;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.origination.policy.Product;

/**
 * A person's application for one loan.
 *
 * <pre>
 * SUBMITTED -> APPROVED | DECLINED | REFERRED    the risk service judged, or nobody could
 * REFERRED  -> APPROVED | DECLINED               tried again, or a reviewer decided
 * DECLINED  -> REFERRED                          the applicant appealed, once
 * APPROVED  -> OFFERED                           the schedule was calculated and disclosed
 * OFFERED   -> ACCEPTED -> CONTRACTED            read, confirmed; code typed, contract signed
 * OFFERED, ACCEPTED -> EXPIRED                   not signed in time
 * every state before CONTRACTED but the ended ones -> WITHDRAWN
 * </pre>
 *
 * Never approved without a judgement: while the risk service is silent the application is REFERRED
 * for {@code ASSESSMENT_UNAVAILABLE}, and a reviewer can only decline it. The amount approved never
 * exceeds the amount asked nor the limit judged.
 */
@Entity
@Table(name = "application")
public class LoanApplication {

  /** The step is not possible in the state the application is in. */
  public static final String RULE_STATE = "APPLICATION_STATE";

  /** A person cannot approve what nobody has judged. */
  public static final String RULE_JUDGEMENT = "JUDGEMENT_REQUIRED";

  /** An appeal was made before. */
  public static final String RULE_APPEALED = "SX-APPEAL-01";

  @Id private UUID id;

  @Column(name = "borrower_id")
  private UUID borrowerId;

  @Column(name = "person_tag")
  private String personTag;

  @Column(name = "request_key")
  private String requestKey;

  @Embedded private AskedTerms asked;

  @Enumerated(EnumType.STRING)
  private ApplicationState state;

  @Column(name = "assessment_request")
  private String assessmentRequest;

  @Column(name = "assessment_id")
  private UUID assessmentId;

  private Integer score;
  private String grade;

  @Column(name = "limit_minor")
  private Long limitMinor;

  @Column(name = "approved_minor")
  private Long approvedMinor;

  @Column(name = "annual_rate")
  private BigDecimal annualRate;

  @Convert(converter = ReasonLines.class)
  @Column(name = "reasons")
  private List<Reason> reasons = List.of();

  private String reviewer;

  @Column(name = "appealed_at")
  private Instant appealedAt;

  @Column(name = "submitted_at")
  private Instant submittedAt;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "offer_expires_at")
  private Instant offerExpiresAt;

  @Column(name = "loan_id")
  private UUID loanId;

  @Enumerated(EnumType.STRING)
  @Column(name = "loan_state")
  private LoanState loanState;

  @Version private long version;

  /** For the persistence provider. */
  protected LoanApplication() {}

  /**
   * An application as received; its terms have passed the product's checks.
   *
   * @param requestKey the applicant's own key of the request, so that it opens one application
   */
  public LoanApplication(
      UUID id,
      UUID borrowerId,
      String personTag,
      String requestKey,
      Wish wish,
      Product product,
      Instant submittedAt) {
    this.id = id;
    this.borrowerId = borrowerId;
    this.personTag = personTag;
    this.requestKey = requestKey;
    this.asked = new AskedTerms(wish, product);
    this.state = ApplicationState.SUBMITTED;
    this.submittedAt = submittedAt;
  }

  /** That it was received. */
  public ApplicationEvent.Submitted submitted() {
    return new ApplicationEvent.Submitted(
        id,
        borrowerId,
        wish().productCode(),
        wish().amount(),
        wish().termMonths(),
        wish().method().name(),
        wish().purpose().name());
  }

  /** Keeps what the risk service is asked, so that asking again asks the same. */
  public void asked(String request) {
    assessmentRequest = assessmentRequest == null ? request : assessmentRequest;
  }

  /** Whether a judgement of the risk service is still to come. */
  public boolean awaitsJudgement() {
    return state == ApplicationState.SUBMITTED
        || (state == ApplicationState.REFERRED && assessmentId == null && appealedAt == null);
  }

  /** Takes the risk service's judgement, or that there is none yet. */
  public List<ApplicationEvent> decided(Decision decision, Instant at) {
    if (!awaitsJudgement()) {
      throw wrongState();
    }
    if (state == ApplicationState.REFERRED && decision.judgement() == null) {
      return List.of();
    }
    if (decision.judgement() != null) {
      Judgement judged = decision.judgement();
      assessmentId = judged.assessmentId();
      score = judged.score();
      grade = judged.grade();
      limitMinor = judged.limit() == null ? null : judged.limit().minor();
      annualRate = judged.annualRate();
    }
    approvedMinor = decision.approved() == null ? null : decision.approved().minor();
    return become(decision.outcome(), decision.reasons(), at);
  }

  /** A reviewer decides; what is lent stays within asked and limit. */
  public List<ApplicationEvent> reviewed(
      Outcome outcome, String by, String why, Money smallest, Instant at) {
    require(ApplicationState.REFERRED);
    reviewer = by;
    if (outcome == Outcome.APPROVED) {
      if (limitMinor == null || annualRate == null) {
        throw RuleViolation.conflict(RULE_JUDGEMENT, "nobody has judged it yet");
      }
      Money approved = wish().amount().min(limit());
      if (!approved.covers(smallest)) {
        throw RuleViolation.conflict(Reason.LIMIT_TOO_LOW, "the limit is below the smallest loan");
      }
      approvedMinor = approved.minor();
    }
    return become(outcome, List.of(new Reason(Reason.REVIEWED, why)), at);
  }

  /** The applicant wants a person to look at a decline; once. */
  public List<ApplicationEvent> appealed(Instant at) {
    require(ApplicationState.DECLINED);
    if (appealedAt != null) {
      throw RuleViolation.conflict(RULE_APPEALED, "an appeal was made before");
    }
    appealedAt = at;
    return become(Outcome.REFERRED, List.of(Reason.of(Reason.APPEALED)), at);
  }

  /** The offer was made. */
  public void offered(Instant expiresAt) {
    require(ApplicationState.APPROVED);
    state = ApplicationState.OFFERED;
    offerExpiresAt = expiresAt;
  }

  /** No offer can be made of what was approved, by a rule; a person looks at it. */
  public List<ApplicationEvent> offerRefused(String rule, Instant at) {
    require(ApplicationState.APPROVED);
    return become(Outcome.REFERRED, List.of(Reason.of(rule)), at);
  }

  /** The applicant read and accepted the offer. */
  public void accepted() {
    require(ApplicationState.OFFERED);
    state = ApplicationState.ACCEPTED;
  }

  /** The applicant signed. */
  public void contracted(UUID loan) {
    require(ApplicationState.ACCEPTED);
    state = ApplicationState.CONTRACTED;
    loanId = loan;
    loanState = LoanState.CONTRACTED;
  }

  /** The applicant gives it up. */
  public List<ApplicationEvent> withdrawn(Instant at) {
    require(ApplicationState.open().toArray(ApplicationState[]::new));
    state = ApplicationState.WITHDRAWN;
    return List.of(new ApplicationEvent.Withdrawn(submitted(), at));
  }

  /** Ends an offer that was not signed in time; tells whether it did. */
  public boolean expireIfDue(Instant now) {
    boolean due =
        (state == ApplicationState.OFFERED || state == ApplicationState.ACCEPTED)
            && now.isAfter(offerExpiresAt);
    if (due) {
      state = ApplicationState.EXPIRED;
    }
    return due;
  }

  /** Servicing tells how the loan goes; what ended does not begin again. */
  public void loanBecame(LoanState newState) {
    if (loanState != null && newState.compareTo(loanState) > 0) {
      loanState = newState;
    }
  }

  /** Throws unless the application is in one of the states. */
  public void require(ApplicationState... allowed) {
    if (!List.of(allowed).contains(state)) {
      throw wrongState();
    }
  }

  /** Which one. */
  public UUID id() {
    return id;
  }

  /** Whose. */
  public UUID borrowerId() {
    return borrowerId;
  }

  /** What was asked for. */
  public Wish wish() {
    return asked.wish();
  }

  /** The version of the product it was made under. */
  public int productVersion() {
    return asked.productVersion();
  }

  /** Where it stands. */
  public ApplicationState state() {
    return state;
  }

  /** What the risk service is asked; null before. */
  public String assessmentRequest() {
    return assessmentRequest;
  }

  /** The judgement; null before. */
  public UUID assessmentId() {
    return assessmentId;
  }

  /** The risk grade; null before a judgement. */
  public String grade() {
    return grade;
  }

  /** The limit judged; null before. */
  public Money limit() {
    return limitMinor == null ? null : money(limitMinor);
  }

  /** What will be lent; null unless approved. */
  public Money approved() {
    return approvedMinor == null ? null : money(approvedMinor);
  }

  /** The contract rate a year, as a fraction of one; null before a judgement. */
  public BigDecimal annualRate() {
    return annualRate;
  }

  /** Why it stands where it stands. */
  public List<Reason> reasons() {
    return reasons;
  }

  /** When it was received. */
  public Instant submittedAt() {
    return submittedAt;
  }

  /** When it was last decided; null before. */
  public Instant decidedAt() {
    return decidedAt;
  }

  /** Until when the offer may be signed; null without one. */
  public Instant offerExpiresAt() {
    return offerExpiresAt;
  }

  /** The loan that came of it; null before. */
  public UUID loanId() {
    return loanId;
  }

  /** How the loan goes; null before. */
  public LoanState loanState() {
    return loanState;
  }

  private List<ApplicationEvent> become(Outcome outcome, List<Reason> why, Instant at) {
    state = ApplicationState.valueOf(outcome.name());
    reasons = List.copyOf(why);
    decidedAt = at;
    return List.of(
        new ApplicationEvent.Decided(
            submitted(), outcome, assessmentId, why.stream().map(Reason::code).toList()));
  }

  private Money money(long minor) {
    return asked.money(minor);
  }

  private RuleViolation wrongState() {
    return RuleViolation.conflict(RULE_STATE, "not possible in this state")
        .with("state", state.name());
  }
}
