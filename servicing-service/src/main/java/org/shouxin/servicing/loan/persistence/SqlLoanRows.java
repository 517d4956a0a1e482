package org.shouxin.servicing.loan.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouxin.chassis.persistence.EntityRows;
import org.shouxin.chassis.persistence.Statement;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.loan.LoanRows;
import org.shouxin.servicing.loan.model.Instalment;
import org.shouxin.servicing.loan.model.Loan;

@ApplicationScoped
public class SqlLoanRows implements LoanRows {

  static final EntityRows<Loan> LOANS = EntityRows.of(Loan.class);
  static final EntityRows<Instalment> INSTALMENTS = EntityRows.of(Instalment.class);

  private static final String LOCK =
      "select %s from loan l where l.id = any($1) order by l.id for no key update"
          .formatted(LOANS.columns("l"));
  private static final String THEIR_INSTALMENTS =
      """
      select %s from instalment i where i.loan_id = any($1)
      order by i.due_date, i.schedule_version"""
          .formatted(INSTALMENTS.columns("i"));

  /**
   * Until the transaction ends nothing is planned anew: all that a payment does goes by keys, and
   * for one loan PostgreSQL would spend as much on planning as on doing.
   */
  private static final Statement PLAN_ONCE =
      new Statement("select set_config('plan_cache_mode', 'force_generic_plan', true)");

  private final UnitOfWork work;

  SqlLoanRows(UnitOfWork work) {
    this.work = work;
  }

  /** One flight: what is read of instalments was committed before the lock on the loans came. */
  @Override
  public Uni<Map<UUID, Loan>> locked(Collection<UUID> ids) {
    UUID[] wanted = ids.toArray(UUID[]::new);
    return work.rows(
            List.of(
                PLAN_ONCE,
                new Statement(LOCK, (Object) wanted),
                new Statement(THEIR_INSTALMENTS, (Object) wanted)))
        .map(rows -> whole(rows.get(1), rows.get(2)));
  }

  private Map<UUID, Loan> whole(List<Object[]> loanRows, List<Object[]> instalmentRows) {
    Map<UUID, Loan> loans = new LinkedHashMap<>();
    for (Object[] row : loanRows) {
      Loan loan = LOANS.read(row);
      loans.put(loan.id(), loan);
    }
    for (Object[] row : instalmentRows) {
      Loan loan = loans.get(INSTALMENTS.parentId(row));
      loan.instalments().add(INSTALMENTS.read(row, loan));
    }
    work.collected(SqlLoanRows.class, ChangedLoans::new).keep(loans.values());
    return loans;
  }
}
