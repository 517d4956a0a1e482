package org.shouxin.servicing.proof;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.log.LogProofs;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.servicing.ledger.JournalGroup;
import org.shouxin.servicing.ledger.Journals;
import org.shouxin.servicing.loan.ViewLoans;

/** The receipt of a line of a loan's account: what was posted, and the proof that it stands. */
@ApplicationScoped
public class ReadReceipt {

  private final ViewLoans loans;
  private final Posted posted;
  private final Journals journals;
  private final LogProofs proofs;
  private final UnitOfWork work;

  ReadReceipt(
      ViewLoans loans, Posted posted, Journals journals, LogProofs proofs, UnitOfWork work) {
    this.loans = loans;
    this.posted = posted;
    this.journals = journals;
    this.proofs = proofs;
    this.work = work;
  }

  /**
   * A receipt of the verifiable log with the content that was logged, which the offline verifier
   * checks with the log's public key and nothing else.
   *
   * @param content the logged bytes as UTF-8 text: the whole posting group in canonical JSON
   */
  public record TransactionReceipt(
      UUID leafId,
      String kind,
      String subjectId,
      long leafIndex,
      String leafHash,
      Instant recordedAt,
      LogProofs.Head head,
      List<String> inclusion,
      String content) {

    static TransactionReceipt of(LogProofs.Receipt receipt, JournalGroup group) {
      return new TransactionReceipt(
          receipt.leafId(),
          receipt.kind(),
          receipt.subjectId(),
          receipt.leafIndex(),
          receipt.leafHash(),
          receipt.recordedAt(),
          receipt.head(),
          receipt.inclusion(),
          new String(group.content(), StandardCharsets.UTF_8));
    }
  }

  /** Of a loan that the caller may see; 409 while the line has no place in the log yet. */
  public Uni<TransactionReceipt> of(UUID loanId, UUID transactionId) {
    return work.reading(
            () -> loans.snapshot(loanId).chain(loan -> posted.groupOf(loanId, transactionId)))
        .map(found -> found.orElseThrow(() -> new NotFound("transaction", transactionId)))
        .chain(journals::find)
        .map(found -> found.orElseThrow(() -> new NotFound("transaction", transactionId)))
        .chain(
            group ->
                proofs
                    .receipt(group.logLeafId())
                    .map(receipt -> TransactionReceipt.of(receipt, group)));
  }
}
