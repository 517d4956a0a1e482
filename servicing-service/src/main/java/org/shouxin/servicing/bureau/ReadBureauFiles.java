package org.shouxin.servicing.bureau;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.bureau.BureauFiles.BureauFile;
import org.shouxin.servicing.bureau.BureauFiles.BureauRecord;
import org.shouxin.servicing.loan.ViewLoans;

/** Shows the files, and to a borrower what was reported of the own loan. */
@ApplicationScoped
public class ReadBureauFiles {

  private static final int FILES_MAX = 100;
  private static final int RECORDS_MAX = 200;
  private static final int PAGE_LOANS_MAX = 500;
  private static final UUID LOWEST = new UUID(0, 0);
  private static final String END = "\r\n";
  private static final String HEADER =
      "action,about_file_id,borrower_id,loan_id,as_of,status,payment_code,days_past_due,overdue,"
          + "outstanding,principal,currency,opened_on,closed_on,asset_class,objected"
          + END;

  private final BureauFiles files;
  private final ViewLoans loans;
  private final UnitOfWork work;

  ReadBureauFiles(BureauFiles files, ViewLoans loans, UnitOfWork work) {
    this.files = files;
    this.loans = loans;
    this.work = work;
  }

  public Uni<List<BureauFile>> newest() {
    return work.reading(() -> files.newest(FILES_MAX));
  }

  public Uni<BureauFile> one(UUID fileId) {
    return work.reading(() -> files.find(fileId))
        .map(found -> found.orElseThrow(() -> new NotFound("bureau file", fileId)));
  }

  /** A file as CSV (RFC 4180, UTF-8), page by page. */
  public Multi<String> csv(UUID fileId) {
    Multi<String> lines =
        Multi.createBy()
            .repeating()
            .uni(
                () -> new AtomicReference<>(LOWEST),
                place ->
                    work.reading(() -> files.records(fileId, place.get(), PAGE_LOANS_MAX))
                        .invoke(page -> place.set(last(page, place.get()))))
            .until(List::isEmpty)
            .map(page -> page.stream().map(ReadBureauFiles::line).collect(Collectors.joining()));
    return one(fileId)
        .invoke(ReadBureauFiles::requireWhole)
        .onItem()
        .transformToMulti(
            file ->
                Multi.createBy().concatenating().streams(Multi.createFrom().item(HEADER), lines));
  }

  /** Of a loan that the caller may see. */
  public Uni<List<BureauRecord>> ofLoan(UUID loanId) {
    return work.reading(
        () -> loans.snapshot(loanId).chain(loan -> files.ofLoan(loanId, RECORDS_MAX)));
  }

  private static void requireWhole(BureauFile file) {
    if (!file.complete()) {
      throw RuleViolation.conflict("BUREAU_FILE_INCOMPLETE", "parts of the file are missing");
    }
  }

  private static UUID last(List<BureauRecord> page, UUID before) {
    return page.isEmpty() ? before : page.get(page.size() - 1).loanId();
  }

  private static String line(BureauRecord r) {
    return String.join(
            ",",
            r.action().name(),
            r.aboutFileId().toString(),
            r.borrowerId().toString(),
            r.loanId().toString(),
            r.asOf().toString(),
            r.status(),
            r.paymentCode(),
            Integer.toString(r.daysPastDue()),
            r.overdue().amount().toPlainString(),
            r.outstanding().amount().toPlainString(),
            r.principal().amount().toPlainString(),
            r.principal().currency().getCurrencyCode(),
            r.openedOn().toString(),
            r.closedOn() == null ? "" : r.closedOn().toString(),
            r.assetClass(),
            Boolean.toString(r.objected()))
        + END;
  }
}
