package org.shouxin.origination.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.origination.application.model.ApplicationState;
import org.shouxin.origination.application.model.BorrowerLimit;
import org.shouxin.origination.application.model.LoanApplication;

/** Applications, and the limits that hang over them. */
public interface Applications {

  /** Keeps a new one. */
  Uni<Void> add(LoanApplication application);

  /** One by id; null when there is none. */
  Uni<LoanApplication> byId(UUID id);

  /** One by id, locked until the transaction ends; null when there is none. */
  Uni<LoanApplication> byIdForUpdate(UUID id);

  /** The one a request has opened; null when it has not. */
  Uni<LoanApplication> byRequest(UUID borrowerId, String requestKey);

  /** The one a loan came of; null when it is not one of ours. */
  Uni<LoanApplication> byLoan(UUID loanId);

  /** How many of a borrower's are still open. */
  Uni<Long> countOpen(UUID borrowerId);

  /** How many of a borrower's became loans, ended ones too. */
  Uni<Long> countLoans(UUID borrowerId);

  /** All principal that a person has signed for and not paid back, over all accounts. */
  Uni<Money> openPrincipal(String personTag, String currency);

  /** Holds a person until the transaction ends, so that two wishes are judged one by one. */
  Uni<Void> lockPerson(String personTag);

  /** A page by state, oldest first. */
  Uni<List<LoanApplication>> inState(ApplicationState state, UUID after, int limit);

  /** A page of a borrower's own, newest first. */
  Uni<List<LoanApplication>> ofBorrower(UUID borrowerId, UUID before, int limit);

  /** Applications that wait for a judgement or an offer since before a moment. */
  Uni<List<UUID>> waiting(Instant since, int limit);

  /** Offers whose time is over. */
  Uni<List<UUID>> overdue(Instant now, int limit);

  /** A borrower's limit; null when none was told. */
  Uni<BorrowerLimit> limit(UUID borrowerId);

  /** Keeps a first limit. */
  Uni<Void> add(BorrowerLimit limit);
}
