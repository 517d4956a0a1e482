package org.shouxin.servicing.bureau;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.persistence.UnitOfWork;
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
    return create(kind, caller.subject());
  }

  /** Makes the file if it would have a line. */
  Uni<Void> createIfChanged(String by) {
    return work.reading(files::parts)
        .onItem()
        .transformToMulti(groups -> Multi.createFrom().iterable(groups))
        .onItem()
        .transformToUniAndConcatenate(
            parts -> work.reading(() -> days.current().chain(day -> files.changed(day, parts))))
        .filter(changed -> changed)
        .toUni()
        .chain(
            changed ->
                changed == null
                    ? Uni.createFrom().voidItem()
                    : create(Kind.CHANGES, by).replaceWithVoid());
  }

  Uni<BureauFile> create(Kind kind, String by) {
    return work.inTransaction(() -> days.postingDay().chain(day -> begun(kind, day, by)))
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
}
