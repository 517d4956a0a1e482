package org.shouxin.servicing.reconciliation;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.shouxin.servicing.reconciliation.model.StatementLine;

/** The statement as the bank itself gives it. */
public interface BankStatements {

  /** Lines from a number on, ascending; as many as the bank gives at once, none at the end. */
  Uni<List<StatementLine>> linesFrom(long seq);
}
