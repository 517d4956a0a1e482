package org.shouxin.servicing.ledger;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.calendar.BusinessDays;

/**
 * The trial balance of any day, today's by default, as the books stood at any moment: what was
 * posted later for that day, a correction for instance, can be left out.
 */
@ApplicationScoped
public class ReadTrialBalance {

  private static final String CURRENCY = "CNY";

  private final Postings postings;
  private final BusinessDays days;
  private final UnitOfWork work;

  ReadTrialBalance(Postings postings, BusinessDays days, UnitOfWork work) {
    this.postings = postings;
    this.days = days;
    this.work = work;
  }

  public Uni<TrialBalance> asOf(LocalDate dayOrNull, Instant recordedUntilOrNull) {
    return work.reading(
        () ->
            days.current()
                .map(today -> dayOrNull == null ? today : dayOrNull)
                .chain(
                    day ->
                        postings
                            .balances(day, recordedUntilOrNull)
                            .map(
                                lines ->
                                    new TrialBalance(
                                        day,
                                        recordedUntilOrNull,
                                        lines,
                                        lines.stream()
                                            .map(TrialBalance.Line::balance)
                                            .reduce(Money.zero(CURRENCY), Money::plus)))));
  }
}
