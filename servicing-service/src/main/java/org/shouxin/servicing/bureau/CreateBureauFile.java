package org.shouxin.servicing.bureau;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.chassis.security.Caller;
import org.shouxin.servicing.bureau.BureauFiles.BureauFile;
import org.shouxin.servicing.bureau.BureauFiles.Kind;
import org.shouxin.servicing.calendar.BusinessDays;

/**
 * Makes the file of a kind for the open business day, once, part by part: asked again, it fills
 * what is missing and gives the same file. A loan whose borrower did not agree is left out, and so
 * is a late one until the notice has arrived on an earlier day (CN-CREDIT-01).
 */
@ApplicationScoped
public class CreateBureauFile {

  private final BureauFiles files;
  private final Defaults defaults;
  private final BusinessDays days;
  private final UnitOfWork work;
  private final Caller caller;
  private final Ids ids;

  CreateBureauFile(
      BureauFiles files,
      Defaults defaults,
      BusinessDays days,
      UnitOfWork work,
      Caller caller,
      Ids ids) {
    this.files = files;
    this.defaults = defaults;
    this.days = days;
    this.work = work;
    this.caller = caller;
    this.ids = ids;
  }

  public Uni<BureauFile> create(Kind kind) {
    String by = caller.subject();
    return made(() -> days.postingDay().chain(day -> begun(kind, day, by)));
  }

  /** Makes the file of a day that is being closed; refused once another has closed it. */
  Uni<BureauFile> create(Kind kind, LocalDate day, String by) {
    return made(
        () ->
            days.postingDay()
                .invoke(open -> requireOpen(open, day))
                .chain(() -> begun(kind, day, by)));
  }

  /** Makes the file of a day that is being closed, if it would have a line. */
  Uni<Void> createIfChanged(LocalDate day, String by) {
    return work.reading(files::parts)
        .onItem()
        .transformToMulti(groups -> Multi.createFrom().iterable(groups))
        .onItem()
        .transformToUniAndConcatenate(parts -> work.reading(() -> files.changed(day, parts)))
        .filter(changed -> changed)
        .toUni()
        .chain(
            changed ->
                changed == null
                    ? Uni.createFrom().voidItem()
                    : create(Kind.CHANGES, day, by).replaceWithVoid());
  }

  private Uni<BureauFile> made(Supplier<Uni<BureauFile>> begun) {
    return work.inTransaction(begun)
        .chain(file -> file.complete() ? Uni.createFrom().item(file) : filled(file));
  }

  private Uni<BureauFile> begun(Kind kind, LocalDate day, String by) {
    return files
        .add(ids.next(), kind, day, by)
        .chain(added -> added ? defaults.end(day) : Uni.createFrom().voidItem())
        .chain(() -> files.find(kind, day))
        .map(Optional::orElseThrow);
  }

  private Uni<BureauFile> filled(BureauFile file) {
    return work.reading(files::parts)
        .onItem()
        .transformToMulti(groups -> Multi.createFrom().iterable(groups))
        .onItem()
        .transformToUniAndConcatenate(
            parts ->
                work.inTransaction(
                    () -> files.fill(file.fileId(), file.kind(), file.asOf(), parts)))
        .collect()
        .last()
        .chain(() -> work.reading(() -> files.find(file.fileId())))
        .map(Optional::orElseThrow);
  }

  private static void requireOpen(LocalDate open, LocalDate day) {
    if (!open.equals(day)) {
      throw RuleViolation.conflict(
          "BUREAU_OPEN_DAY", "a file is made of the day that is not closed yet");
    }
  }
}
