package org.shouxin.origination.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.origination.application.model.LoanApplication;
import org.shouxin.origination.application.model.Outcome;
import org.shouxin.origination.borrower.DescribeApplicant;
import org.shouxin.origination.policy.Products;

/**
 * What people decide about an application: the reviewer, and the applicant who gives up or appeals.
 */
@ApplicationScoped
public class DecideApplication {

  private final Applications applications;
  private final ApplicationEvents events;
  private final AssessApplication assess;
  private final DescribeApplicant applicants;
  private final Products products;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  DecideApplication(
      Applications applications,
      ApplicationEvents events,
      AssessApplication assess,
      DescribeApplicant applicants,
      Products products,
      UnitOfWork unitOfWork,
      Clock clock) {
    this.applications = applications;
    this.events = events;
    this.assess = assess;
    this.applicants = applicants;
    this.products = products;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /** A reviewer decides about a referred application, in a transaction. */
  public Uni<LoanApplication> review(UUID id, Outcome outcome, String reviewer, String why) {
    return found(applications.byIdForUpdate(id), id)
        .call(
            application -> {
              Money smallest =
                  products
                      .version(application.wish().productCode(), application.productVersion())
                      .amountMin();
              return events.publish(
                  application.reviewed(outcome, reviewer, why, smallest, clock.instant()));
            });
  }

  /** Makes the offer that a reviewer's approval calls for; what fails is tried again later. */
  public Uni<Void> offerAfterReview(UUID id) {
    return assess
        .prepare(id, Locale.SIMPLIFIED_CHINESE)
        .chain(prepared -> unitOfWork.inTransaction(() -> assess.complete(prepared)))
        .replaceWithVoid()
        .onFailure()
        .recoverWithNull();
  }

  /** The applicant gives it up, in a transaction. */
  public Uni<LoanApplication> withdraw(UUID id, String subject) {
    return own(id, subject)
        .call(application -> events.publish(application.withdrawn(clock.instant())));
  }

  /** The applicant wants a person to look at a decline, in a transaction. */
  public Uni<LoanApplication> appeal(UUID id, String subject) {
    return own(id, subject)
        .call(application -> events.publish(application.appealed(clock.instant())));
  }

  private Uni<LoanApplication> own(UUID id, String subject) {
    return applicants
        .idBehind(subject)
        .chain(
            borrowerId ->
                found(applications.byIdForUpdate(id), id)
                    .invoke(
                        application -> {
                          if (!application.borrowerId().equals(borrowerId)) {
                            throw new NotFound("application", id);
                          }
                        }));
  }

  private static Uni<LoanApplication> found(Uni<LoanApplication> search, UUID id) {
    return search.onItem().ifNull().failWith(() -> new NotFound("application", id));
  }
}
