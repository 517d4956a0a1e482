package org.shouxin.origination.borrower;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.origination.borrower.model.Borrower;
import org.shouxin.origination.borrower.model.BorrowerState;
import org.shouxin.origination.borrower.model.PaymentAgreement;
import org.shouxin.origination.identity.CheckResult;
import org.shouxin.origination.identity.IdentityChecks;
import org.shouxin.origination.person.CheckKind;
import org.shouxin.origination.person.CheckOutcome;
import org.shouxin.origination.vault.Vault;

/** Answers the other features about a borrower; inside the caller's unit of work. */
@ApplicationScoped
public class DescribeApplicant {

  private final Borrowers borrowers;
  private final IdentityChecks checks;
  private final ViewBorrower view;
  private final Vault vault;

  DescribeApplicant(Borrowers borrowers, IdentityChecks checks, ViewBorrower view, Vault vault) {
    this.borrowers = borrowers;
    this.checks = checks;
    this.view = view;
    this.vault = vault;
  }

  /** The borrower behind a token. */
  public Uni<UUID> idBehind(String subject) {
    return borrowers
        .bySubject(subject)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("borrower", "me"))
        .map(Borrower::id);
  }

  /** Everything an application or a contract needs. */
  public Uni<Applicant> applicant(UUID borrowerId) {
    return borrowers
        .byId(borrowerId)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("borrower", borrowerId))
        .chain(borrower -> checks.latest(borrowerId).map(results -> applicant(borrower, results)));
  }

  private Applicant applicant(Borrower borrower, List<CheckResult> results) {
    PaymentAgreement agreement = borrower.agreement();
    return new Applicant(
        borrower.id(),
        borrower.subject(),
        borrower.state() == BorrowerState.VERIFIED,
        view.name(borrower),
        view.idNumber(borrower),
        borrower.person().personTag(),
        vault.open(borrower.id(), RegisterBorrower.ADDRESS, borrower.person().address()),
        agreement == null ? null : agreement.token(),
        agreement == null ? null : agreement.cardLast4(),
        agreement == null ? null : agreement.bankName(),
        borrower.preferences().channel().name(),
        outcome(results, CheckKind.NAME_AND_ID),
        outcome(results, CheckKind.FACE),
        outcome(results, CheckKind.PHONE_THREE_FACTOR));
  }

  private static CheckOutcome outcome(List<CheckResult> results, CheckKind kind) {
    return results.stream()
        .filter(r -> r.kind() == kind)
        .map(CheckResult::outcome)
        .findFirst()
        .orElse(CheckOutcome.NOT_EVALUATED);
  }
}
