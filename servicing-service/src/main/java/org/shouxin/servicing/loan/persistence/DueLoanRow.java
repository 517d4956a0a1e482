package org.shouxin.servicing.loan.persistence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouxin.servicing.loan.DueLoans.DueLoan;
import org.shouxin.servicing.loan.model.AllocationOrder;
import org.shouxin.servicing.loan.model.Breakdown;
import org.shouxin.servicing.loan.model.Debt;
import org.shouxin.servicing.loan.model.EarlierRates;
import org.shouxin.servicing.loan.model.InstalmentFacts;
import org.shouxin.servicing.loan.model.LoanFacts;
import org.shouxin.servicing.loan.model.LoanState;
import org.shouxin.servicing.loan.model.Party;
import org.shouxin.servicing.loan.model.Pauses;
import org.shouxin.servicing.loan.model.PutOff;
import org.shouxin.servicing.loan.model.Stage;
import org.shouxin.servicing.schedule.Convention.DayCount;
import org.shouxin.servicing.schedule.Rate;

/** What the rows of {@link SqlDueLoans} say, column by column. */
final class DueLoanRow {

  private DueLoanRow() {}

  static DueLoan loan(Object[] row, List<InstalmentFacts> instalmentsOrNull) {
    Debt.Rules rules =
        new Debt.Rules(
            new Rate(new BigDecimal(row[10].toString())),
            ((Number) row[11]).intValue(),
            DayCount.valueOf((String) row[12]),
            null,
            AllocationOrder.STANDARD,
            Pauses.parse((String) row[14]),
            EarlierRates.NONE);
    List<InstalmentFacts> instalments = instalmentsOrNull == null ? List.of() : instalmentsOrNull;
    return new DueLoan(
        (UUID) row[0],
        minor(row[1]),
        new Party((UUID) row[2], (UUID) row[3], (String) row[4], (String) row[5], (String) row[6]),
        (String) row[7],
        new LoanFacts(
            LoanState.ACTIVE,
            Stage.valueOf((String) row[8]),
            new Debt(instalments, minor(row[9]), rules)));
  }

  static InstalmentFacts instalment(Object[] row) {
    return new InstalmentFacts(
        (UUID) row[1],
        ((Number) row[2]).intValue(),
        ((Number) row[3]).intValue(),
        (LocalDate) row[4],
        (LocalDate) row[5],
        (LocalDate) row[6],
        null,
        new Breakdown(minor(row[7]), minor(row[8]), minor(row[9]), minor(row[10])),
        minor(row[11]),
        minor(row[19]),
        new Breakdown(minor(row[12]), minor(row[13]), minor(row[14]), minor(row[15])),
        (LocalDate) row[16],
        minor(row[17]),
        (LocalDate) row[18],
        null,
        null,
        null,
        new PutOff(minor(row[20]), minor(row[21])));
  }

  private static long minor(Object column) {
    return ((Number) column).longValue();
  }
}
