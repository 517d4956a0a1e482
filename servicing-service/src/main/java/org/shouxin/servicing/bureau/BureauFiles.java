package org.shouxin.servicing.bureau;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.money.Money;

/** Files for the credit bureau: what was reported of which loan, and what was left out. */
public interface BureauFiles {

  /** MONTHLY has every loan, CHANGES those whose record differs from the last one sent. */
  enum Kind {
    MONTHLY,
    CHANGES
  }

  /** What a line asks of the bureau. */
  enum Action {
    REPORT,
    CORRECTION,
    /** Five years after the default ended, its negative record must go (CN-CREDIT-02). */
    DELETE_NEGATIVE
  }

  /** Parts of a file: one for each partition of the loans, and the last one. */
  int PARTS = 65;

  /**
   * A file.
   *
   * @param complete false while parts of it are missing; it is not handed out before
   * @param withheldNoConsent loans left out because the borrower did not agree (CN-CREDIT-01)
   * @param withheldNoNotice late loans left out because no notice has arrived yet (CN-CREDIT-01)
   */
  record BureauFile(
      UUID fileId,
      Kind kind,
      LocalDate asOf,
      Instant createdAt,
      boolean complete,
      long records,
      long withheldNoConsent,
      long withheldNoNotice) {}

  /**
   * A line of a file. The borrower is an id: origination, which alone knows names and numbers,
   * joins the identity when it hands the file over.
   *
   * @param aboutFileId the file itself, or the one that a correction or deletion is about
   * @param paymentCode N on time, 1 to 7 for each begun thirty days late, C closed, B written off
   * @param daysPastDue 0 within the grace of the contract
   * @param overdue principal, interest and fees that are due and unpaid
   * @param objected true while an objection waits for its answer (CN-CREDIT-03)
   */
  record BureauRecord(
      UUID fileId,
      Action action,
      UUID aboutFileId,
      UUID borrowerId,
      UUID loanId,
      LocalDate asOf,
      String status,
      String paymentCode,
      int daysPastDue,
      Money overdue,
      Money outstanding,
      Money principal,
      LocalDate openedOn,
      LocalDate closedOn,
      String assetClass,
      boolean objected) {}

  /** Adds a file; false when one of the kind is there for the day. */
  Uni<Boolean> add(UUID fileId, Kind kind, LocalDate asOf, String by);

  /** The parts of a file in the groups that are filled together: few of a large book. */
  Uni<List<List<Integer>>> parts();

  /** Whether a CHANGES file of the day would have lines in these parts. */
  Uni<Boolean> changed(LocalDate asOf, List<Integer> parts);

  /**
   * Fills parts of a file, each once: the reports of a partition and what is withheld, or, last of
   * all, the corrections that wait and the deletions.
   */
  Uni<Void> fill(UUID fileId, Kind kind, LocalDate asOf, List<Integer> parts);

  Uni<Optional<BureauFile>> find(Kind kind, LocalDate asOf);

  Uni<Optional<BureauFile>> find(UUID fileId);

  Uni<List<BureauFile>> newest(int limit);

  /** Lines of a file by loan, behind a loan; all of a loan's lines stand together. */
  Uni<List<BureauRecord>> records(UUID fileId, UUID afterLoan, int loansMax);

  /** Everything that was ever reported of a loan, the newest first. */
  Uni<List<BureauRecord>> ofLoan(UUID loanId, int limit);
}
