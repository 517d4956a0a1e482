package org.shouxin.servicing.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.ledger.Account;
import org.shouxin.servicing.loan.Loans;
import org.shouxin.servicing.loan.RecognisedDays;
import org.shouxin.servicing.loan.model.Breakdown;

/** The loans on one side, the general ledger on the other: their claims agree to the cent. */
@ApplicationScoped
public class SubLedger {

  private static final String PAID_OUT = "select id from loan where value_date is not null";
  private static final String CLAIMS =
      """
      select code, coalesce(sum(amount_minor), 0)::bigint
      from account left join posting on account_code = code
      where code in ('1101', '1102', '1103', '1104') group by code""";

  private final Loans loans;
  private final RecognisedDays recognised;
  private final UnitOfWork work;

  SubLedger(Loans loans, RecognisedDays recognised, UnitOfWork work) {
    this.loans = loans;
    this.recognised = recognised;
    this.work = work;
  }

  /** Every loan's claims as recognised so far, summed, are the balances of their accounts. */
  public void assertAgreesWithLedger() {
    Map<String, Long> ledger = new TreeMap<>();
    List<Object[]> balances = await(work.reading(() -> work.rows(CLAIMS)));
    balances.forEach(row -> ledger.put((String) row[0], ((Number) row[1]).longValue()));
    assertThat(ofLoans()).containsExactlyInAnyOrderEntriesOf(ledger);
  }

  private Map<String, Long> ofLoans() {
    Breakdown all =
        await(work.reading(() -> work.rows(PAID_OUT))).stream()
            .map(row -> await(work.inTransaction(() -> receivables((UUID) row[0]))))
            .reduce(Breakdown.NOTHING, Breakdown::plus);
    return new TreeMap<>(
        Map.of(
            Account.LOAN_PRINCIPAL.code(), all.principalMinor(),
            Account.INTEREST_RECEIVABLE.code(), all.interestMinor(),
            Account.PENALTY_RECEIVABLE.code(), all.penaltyMinor(),
            Account.FEES_RECEIVABLE.code(), all.costMinor()));
  }

  private Uni<Breakdown> receivables(UUID id) {
    return recognised
        .through(id)
        .chain(
            through ->
                loans
                    .find(id)
                    .map(
                        found ->
                            found
                                .orElseThrow()
                                .debt()
                                .receivables(found.orElseThrow().recognisedThrough(through))));
  }

  private static <T> T await(Uni<T> uni) {
    try {
      return VertxContextSupport.subscribeAndAwait(() -> uni);
    } catch (RuntimeException failed) {
      throw failed;
    } catch (Throwable failed) {
      throw new IllegalStateException(failed);
    }
  }
}
