package org.shouxin.servicing.report.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.reactive.mutiny.Mutiny;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.report.Figures;

/** The sums by SQL, over the tables of every feature; it reads and never writes. */
@ApplicationScoped
public class SqlFigures implements Figures {

  private static final String CURRENCY = "CNY";
  private static final String MONEY =
      """
      select
        coalesce(sum(amount_minor) filter (where kind = 'DISBURSEMENT'), 0),
        coalesce(sum(amount_minor) filter (where kind in ('PAYMENT', 'PAYMENT_REVERSAL')), 0),
        coalesce(sum(cost_minor) filter (where kind in ('PAYMENT', 'PAYMENT_REVERSAL',
          'CREDIT_APPLIED', 'TAKEN_BACK', 'POSTED_AGAIN')), 0),
        coalesce(sum(interest_minor) filter (where kind in ('PAYMENT', 'PAYMENT_REVERSAL',
          'CREDIT_APPLIED', 'TAKEN_BACK', 'POSTED_AGAIN')), 0),
        coalesce(sum(penalty_minor) filter (where kind in ('PAYMENT', 'PAYMENT_REVERSAL',
          'CREDIT_APPLIED', 'TAKEN_BACK', 'POSTED_AGAIN')), 0),
        coalesce(sum(principal_minor) filter (where kind in ('PAYMENT', 'PAYMENT_REVERSAL',
          'CREDIT_APPLIED', 'TAKEN_BACK', 'POSTED_AGAIN')), 0),
        count(*) filter (where kind = 'WRITE_OFF'),
        coalesce(sum(amount_minor) filter (where kind = 'WRITE_OFF'), 0)
      from loan_transaction""";
  private static final String LEDGER =
      """
      select
        coalesce(sum(amount_minor), 0),
        coalesce(-sum(amount_minor) filter (where account_code = '2101'), 0),
        coalesce(-sum(amount_minor) filter (where account_code = '2102'), 0),
        coalesce(-sum(amount_minor) filter (where account_code = '4104'), 0)
      from posted""";
  private static final String STAGES =
      """
      select l.stage, count(distinct l.id),
        coalesce(sum(i.principal_minor - i.principal_paid_minor), 0)
      from loan l join instalment i on i.loan_id = l.id and i.replaced_on is null
      where l.stage <> 'CURRENT' and l.state = 'ACTIVE'
      group by l.stage order by l.stage""";
  private static final String LOANS = "select state, count(*) from loan group by state";
  private static final String ORDERS =
      "select state, count(*) from bank_order where kind = :kind group by state";
  private static final String BREAKS = "select count(*) from bank_break";

  private final UnitOfWork work;

  SqlFigures(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<Summary> summary(LocalDate businessDate) {
    return work.session().chain(session -> new Reading(session, businessDate).summary());
  }

  /** One reading; each figure is fetched after the other, as the session demands. */
  private record Reading(Mutiny.Session session, LocalDate businessDate) {

    Uni<Summary> summary() {
      return row(MONEY)
          .chain(
              money ->
                  row(LEDGER)
                      .chain(
                          ledger ->
                              stages()
                                  .chain(
                                      stages ->
                                          counts(LOANS, null)
                                              .chain(
                                                  loans ->
                                                      summary(money, ledger, stages, loans)))));
    }

    private Uni<Summary> summary(
        Object[] money, Object[] ledger, List<StageFigures> stages, Map<String, Long> loans) {
      return counts(ORDERS, "PAYOUT")
          .chain(
              payouts ->
                  counts(ORDERS, "DEBIT")
                      .chain(
                          debits ->
                              session
                                  .createNativeQuery(BREAKS, Long.class)
                                  .getSingleResult()
                                  .map(
                                      breaks ->
                                          new Summary(
                                              businessDate,
                                              loans,
                                              cny(money[0]),
                                              cny(money[1]),
                                              allocated(money),
                                              cny(ledger[1]),
                                              cny(ledger[2]),
                                              stages,
                                              number(money[6]),
                                              cny(money[7]),
                                              cny(ledger[3]),
                                              cny(ledger[0]),
                                              payouts,
                                              debits,
                                              breaks))));
    }

    private Uni<Object[]> row(String sql) {
      return session.createNativeQuery(sql, Object[].class).getSingleResult();
    }

    private Uni<List<StageFigures>> stages() {
      return session
          .createNativeQuery(STAGES, Object[].class)
          .getResultList()
          .map(
              rows ->
                  rows.stream()
                      .map(r -> new StageFigures((String) r[0], number(r[1]), cny(r[2])))
                      .toList());
    }

    private Uni<Map<String, Long>> counts(String sql, String kindOrNull) {
      var query = session.createNativeQuery(sql, Object[].class);
      return (kindOrNull == null ? query : query.setParameter("kind", kindOrNull))
          .getResultList()
          .map(
              rows -> {
                Map<String, Long> counts = new TreeMap<>();
                rows.forEach(r -> counts.put((String) r[0], number(r[1])));
                return counts;
              });
    }

    private static Allocated allocated(Object[] money) {
      return new Allocated(
          cny(money[2]),
          cny(money[3]),
          cny(money[4]),
          cny(money[5]),
          cny(number(money[2]) + number(money[3]) + number(money[4]) + number(money[5])));
    }

    private static Money cny(Object minor) {
      return Money.ofMinor(number(minor), CURRENCY);
    }

    private static long number(Object value) {
      return ((Number) value).longValue();
    }
  }
}
