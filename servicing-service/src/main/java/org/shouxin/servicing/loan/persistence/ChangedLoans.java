package org.shouxin.servicing.loan.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.shouxin.chassis.persistence.Collected;
import org.shouxin.chassis.persistence.CollectedChanges;
import org.shouxin.chassis.persistence.Statement;
import org.shouxin.servicing.loan.model.Instalment;
import org.shouxin.servicing.loan.model.Loan;

/** Loans read as rows; what changes of them and of their instalments, and what these gain. */
final class ChangedLoans implements Collected {

  private final List<Loan> read = new ArrayList<>();
  private final CollectedChanges<Loan> loans = new CollectedChanges<>(SqlLoanRows.LOANS);
  private final CollectedChanges<Instalment> instalments =
      new CollectedChanges<>(SqlLoanRows.INSTALMENTS);

  void keep(Collection<Loan> whole) {
    read.addAll(whole);
    loans.keep(whole);
    whole.forEach(loan -> instalments.keep(loan.instalments()));
  }

  @Override
  public List<Statement> statements() {
    List<Statement> statements = new ArrayList<>(loans.statements());
    statements.addAll(instalments.statements());
    List<Instalment> added =
        read.stream()
            .flatMap(loan -> loan.instalments().stream())
            .filter(instalment -> !instalments.knows(instalment))
            .toList();
    if (!added.isEmpty()) {
      statements.add(SqlLoanRows.INSTALMENTS.insert(added));
    }
    return statements;
  }
}
