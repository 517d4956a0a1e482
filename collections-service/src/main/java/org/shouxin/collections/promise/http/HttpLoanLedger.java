package org.shouxin.collections.promise.http;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.chassis.client.RemoteCalls;
import org.shouxin.chassis.money.Money;
import org.shouxin.collections.promise.LoanLedger;

@ApplicationScoped
class HttpLoanLedger implements LoanLedger {
  private static final String PARTY = "servicing";

  private final ServicingLedger servicing;
  private final RemoteCalls calls;

  HttpLoanLedger(@RestClient ServicingLedger servicing, RemoteCalls calls) {
    this.servicing = servicing;
    this.calls = calls;
  }

  @Override
  public Uni<Money> payoff(UUID loanId, LocalDate asOf) {
    return calls
        .call(PARTY, () -> servicing.balance(loanId, asOf))
        .map(ServicingLedger.Balance::payoff);
  }

  @Override
  public Uni<Money> cleared(UUID loanId, LocalDate from, LocalDate to) {
    return calls
        .call(PARTY, () -> servicing.cleared(loanId, from, to))
        .map(ServicingLedger.Cleared::cleared);
  }
}
