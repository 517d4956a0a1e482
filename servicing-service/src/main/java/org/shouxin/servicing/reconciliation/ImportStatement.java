package org.shouxin.servicing.reconciliation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.security.Caller;
import org.shouxin.servicing.reconciliation.Statements.Imported;
import org.shouxin.servicing.reconciliation.Statements.Origin;
import org.shouxin.servicing.reconciliation.model.StatementCsv;
import org.shouxin.servicing.reconciliation.model.StatementLine;

/**
 * Takes a statement of the lender's account in, from a file or from the bank itself, and holds it
 * against orders and transfers. Taking the same lines in again changes nothing.
 */
@ApplicationScoped
public class ImportStatement {

  private static final int FETCHED_LINES_MAX = 50_000;

  private final Statements statements;
  private final BankStatements bank;
  private final Caller caller;
  private final Ids ids;

  ImportStatement(Statements statements, BankStatements bank, Caller caller, Ids ids) {
    this.statements = statements;
    this.bank = bank;
    this.caller = caller;
    this.ids = ids;
  }

  /**
   * Business days for which the statement has every line; what the books settled on them and the
   * statement does not have is a break. Null when nothing is said of that.
   */
  public record Covered(LocalDate from, LocalDate to) {
    public Covered {
      if ((from == null) != (to == null) || from != null && to.isBefore(from)) {
        throw Invalid.field("from", "DATE_RANGE", "both dates or none, from not after to");
      }
    }
  }

  public Uni<Imported> file(String csv, Covered covered) {
    return statements.add(origin("FILE", covered), StatementCsv.parse(csv));
  }

  /** Asks the bank for the lines behind the last known one. */
  public Uni<Imported> fromBank(Covered covered) {
    Origin origin = origin("BANK", covered);
    return statements
        .lastSeq()
        .chain(last -> behind(last, new ArrayList<>()))
        .chain(lines -> statements.add(origin, lines));
  }

  private Uni<List<StatementLine>> behind(long seq, List<StatementLine> sofar) {
    return bank.linesFrom(seq + 1)
        .chain(
            lines -> {
              sofar.addAll(lines);
              return lines.isEmpty() || sofar.size() >= FETCHED_LINES_MAX
                  ? Uni.createFrom().item(sofar)
                  : behind(lines.get(lines.size() - 1).seq(), sofar);
            });
  }

  private Origin origin(String source, Covered covered) {
    return new Origin(ids.next(), source, covered.from(), covered.to(), caller.subject());
  }
}
