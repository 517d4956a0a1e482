package org.shouxin.origination.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.origination.application.model.ApplicationState;
import org.shouxin.origination.application.model.LoanApplication;
import org.shouxin.origination.borrower.DescribeApplicant;
import org.shouxin.origination.policy.Products;

/** Moves an application on for the offer and the contract; inside the caller's unit of work. */
@ApplicationScoped
public class AdvanceApplication {

  /** The offer's time is over. */
  public static final String RULE_EXPIRED = "OFFER_EXPIRED";

  /** The limit fell below the loan after the offer was made. */
  public static final String RULE_LIMIT_LOWERED = "LIMIT_LOWERED";

  private final Applications applications;
  private final DescribeApplicant applicants;
  private final Products products;
  private final Clock clock;

  AdvanceApplication(
      Applications applications, DescribeApplicant applicants, Products products, Clock clock) {
    this.applications = applications;
    this.applicants = applicants;
    this.products = products;
    this.clock = clock;
  }

  /** The caller's own; somebody else's is not found. */
  public Uni<AcceptedApplication> own(UUID id, String subject) {
    return ownEntity(id, subject, applications.byId(id)).map(this::view);
  }

  /** Throws unless the offer may be accepted now. */
  public Uni<AcceptedApplication> acceptable(UUID id, String subject) {
    return ownEntity(id, subject, applications.byId(id))
        .invoke(
            application -> {
              application.require(ApplicationState.OFFERED);
              requireInTime(application);
            })
        .map(this::view);
  }

  /** The applicant accepts. */
  public Uni<AcceptedApplication> accept(UUID id, String subject) {
    return ownEntity(id, subject, applications.byIdForUpdate(id))
        .invoke(
            application -> {
              requireInTime(application);
              application.accepted();
            })
        .map(this::view);
  }

  /** Throws unless the contract may be signed now. */
  public Uni<AcceptedApplication> signable(UUID id, String subject) {
    return ownEntity(id, subject, applications.byId(id))
        .call(this::requireSignable)
        .map(this::view);
  }

  /** The applicant signs. */
  public Uni<AcceptedApplication> contract(UUID id, String subject, UUID loanId) {
    return ownEntity(id, subject, applications.byIdForUpdate(id))
        .call(this::requireSignable)
        .invoke(application -> application.contracted(loanId))
        .map(this::view);
  }

  private Uni<Void> requireSignable(LoanApplication application) {
    application.require(ApplicationState.ACCEPTED);
    requireInTime(application);
    return applications
        .limit(application.borrowerId())
        .invoke(
            limit -> {
              if (limit != null
                  && limit.fellBelow(application.approved(), application.decidedAt())) {
                throw RuleViolation.conflict(
                    RULE_LIMIT_LOWERED, "the limit was lowered after the offer");
              }
            })
        .replaceWithVoid();
  }

  private void requireInTime(LoanApplication application) {
    Instant end = application.offerExpiresAt();
    if (end != null && clock.instant().isAfter(end)) {
      throw RuleViolation.conflict(RULE_EXPIRED, "the offer's time is over");
    }
  }

  private Uni<LoanApplication> ownEntity(UUID id, String subject, Uni<LoanApplication> search) {
    return applicants
        .idBehind(subject)
        .chain(
            borrowerId ->
                search.map(
                    application -> {
                      if (application == null || !application.borrowerId().equals(borrowerId)) {
                        throw new NotFound("application", id);
                      }
                      return application;
                    }));
  }

  private AcceptedApplication view(LoanApplication application) {
    return new AcceptedApplication(
        application.id(),
        application.borrowerId(),
        application.state().name(),
        products.version(application.wish().productCode(), application.productVersion()),
        application.approved(),
        application.annualRate(),
        application.wish().method(),
        application.wish().termMonths(),
        application.wish().purpose(),
        application.assessmentId());
  }
}
