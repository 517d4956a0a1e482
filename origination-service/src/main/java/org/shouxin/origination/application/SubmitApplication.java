package org.shouxin.origination.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouxin.chassis.idempotency.Idempotency;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.origination.application.AssessApplication.Prepared;
import org.shouxin.origination.application.model.LoanApplication;
import org.shouxin.origination.application.model.Wish;
import org.shouxin.origination.borrower.Applicant;
import org.shouxin.origination.borrower.DescribeApplicant;
import org.shouxin.origination.person.CheckOutcome;
import org.shouxin.origination.policy.Parameter;
import org.shouxin.origination.policy.Policy;
import org.shouxin.origination.policy.Product;
import org.shouxin.origination.policy.Products;

/**
 * Receives an application. It is written first, in a transaction of its own and under the request's
 * key, and judged afterwards: a crash in between leaves an application that waits, never one that
 * was judged twice.
 */
@ApplicationScoped
public class SubmitApplication {

  /** Only who was proven may apply. */
  public static final String RULE_VERIFIED = "BORROWER_NOT_VERIFIED";

  /** Another application is open. */
  public static final String RULE_ONE_OPEN = "APPLICATION_ALREADY_OPEN";

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Applications applications;
  private final ApplicationEvents events;
  private final AssessApplication assess;
  private final DescribeApplicant applicants;
  private final Products products;
  private final Policy policy;
  private final UnitOfWork unitOfWork;
  private final Ids ids;
  private final Clock clock;

  SubmitApplication(
      Applications applications,
      ApplicationEvents events,
      AssessApplication assess,
      DescribeApplicant applicants,
      Products products,
      Policy policy,
      UnitOfWork unitOfWork,
      Ids ids,
      Clock clock) {
    this.applications = applications;
    this.events = events;
    this.assess = assess;
    this.applicants = applicants;
    this.products = products;
    this.policy = policy;
    this.unitOfWork = unitOfWork;
    this.ids = ids;
    this.clock = clock;
  }

  /** Writes the application, then asks everybody about it. */
  public Uni<Prepared> prepare(String subject, String requestKey, Wish wish, Locale language) {
    return unitOfWork
        .inTransaction(() -> receive(subject, requestKey, wish))
        .chain(id -> assess.prepare(id, language));
  }

  private Uni<UUID> receive(String subject, String requestKey, Wish wish) {
    return applicants
        .idBehind(subject)
        .chain(applicants::applicant)
        .call(applicant -> applications.lockPerson(applicant.personTag()))
        .chain(
            applicant ->
                applications
                    .byRequest(applicant.borrowerId(), requestKey)
                    .chain(
                        known ->
                            known == null
                                ? open(applicant, requestKey, wish)
                                : Uni.createFrom().item(() -> same(known, wish))));
  }

  private static UUID same(LoanApplication known, Wish wish) {
    if (!known.wish().equals(wish)) {
      throw RuleViolation.refused(Idempotency.KEY_REUSED, "the key was used for another request");
    }
    return known.id();
  }

  private Uni<UUID> open(Applicant applicant, String requestKey, Wish wish) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
    if (!applicant.verified()) {
      throw RuleViolation.refused(RULE_VERIFIED, "the applicant's identity is not proven");
    }
    Product product = products.on(today, wish.productCode());
    product.check(
        wish.amount(),
        wish.termMonths(),
        wish.method(),
        wish.purpose(),
        policy.on(today, Parameter.Name.BULLET_MONTHS_MAX));
    requireFace(applicant, wish.amount(), today);
    LoanApplication application =
        new LoanApplication(
            ids.next(),
            applicant.borrowerId(),
            applicant.personTag(),
            requestKey,
            wish,
            product,
            clock.instant());
    return applications
        .countOpen(applicant.borrowerId())
        .invoke(SubmitApplication::refuseSecond)
        .chain(
            () ->
                applications.openPrincipal(
                    applicant.personTag(), wish.amount().currency().getCurrencyCode()))
        .invoke(open -> requireRoom(open, wish.amount(), today))
        .chain(() -> applications.add(application))
        .chain(() -> events.publish(List.of(application.submitted())))
        .replaceWith(application::id);
  }

  private void requireFace(Applicant applicant, Money amount, LocalDate today) {
    Parameter ceiling = policy.on(today, Parameter.Name.NO_FACE_AMOUNT_MAX);
    if (applicant.face() != CheckOutcome.MATCH && exceeds(amount, ceiling.value())) {
      throw RuleViolation.refused(
              ceiling.rule(), "without a face the loan is at most " + ceiling.value())
          .field("/amount");
    }
  }

  private void requireRoom(Money open, Money asked, LocalDate today) {
    Parameter ceiling = policy.on(today, Parameter.Name.PERSON_PRINCIPAL_MAX);
    if (exceeds(open.plus(asked), ceiling.value())) {
      throw RuleViolation.refused(
              ceiling.rule(), "all loans of one person together are at most " + ceiling.value())
          .field("/amount");
    }
  }

  private static void refuseSecond(long open) {
    if (open > 0) {
      throw RuleViolation.conflict(RULE_ONE_OPEN, "another application is open");
    }
  }

  private static boolean exceeds(Money amount, BigDecimal ceiling) {
    return amount.amount().compareTo(ceiling) > 0;
  }
}
