package org.shouxin.servicing.reconciliation;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouxin.servicing.reconciliation.model.StatementLine;

/** The bank's statements, and what they say that the books do not. */
public interface Statements {

  /** Where lines came from, and for which business days they are all there is. */
  record Origin(
      UUID statementId, String source, LocalDate coveredFrom, LocalDate coveredTo, String by) {}

  /**
   * What an import did.
   *
   * @param newLines lines that were not known before
   * @param matched lines of this statement that the books agree with
   * @param waiting lines whose order is not settled in the books yet
   * @param openBreaks breaks that are open now, older ones included
   */
  record Imported(
      UUID statementId, int lines, int newLines, long matched, long waiting, long openBreaks) {}

  /**
   * Keeps the lines, matches everything that is unmatched and lists the breaks, all or nothing. A
   * known line is passed over; one that says something else than before is refused.
   */
  Uni<Imported> add(Origin origin, List<StatementLine> lines);

  /** The number of the last line that the bank itself gave, 0 when there is none. */
  Uni<Long> lastSeq();
}
