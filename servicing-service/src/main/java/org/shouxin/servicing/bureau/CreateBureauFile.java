package org.shouxin.servicing.bureau;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.security.Caller;
import org.shouxin.servicing.bureau.BureauFiles.BureauFile;
import org.shouxin.servicing.bureau.BureauFiles.Kind;
import org.shouxin.servicing.calendar.BusinessDays;

/**
 * Makes the file of a kind for the open business day, once: asked again, it gives the same file. A
 * loan whose borrower did not agree is left out, and so is a late one until the notice has arrived
 * on an earlier day (CN-CREDIT-01).
 */
@ApplicationScoped
public class CreateBureauFile {

  private final BureauFiles files;
  private final Defaults defaults;
  private final BusinessDays days;
  private final Caller caller;
  private final Ids ids;

  CreateBureauFile(
      BureauFiles files, Defaults defaults, BusinessDays days, Caller caller, Ids ids) {
    this.files = files;
    this.defaults = defaults;
    this.days = days;
    this.caller = caller;
    this.ids = ids;
  }

  /** In the caller's transaction. */
  public Uni<BureauFile> create(Kind kind) {
    String by = caller.subject();
    return days.postingDay()
        .chain(
            day ->
                create(kind, day, by)
                    .chain(() -> files.find(kind, day))
                    .map(Optional::orElseThrow));
  }

  private Uni<Void> create(Kind kind, LocalDate day, String by) {
    UUID id = ids.next();
    return files
        .add(id, kind, day, by)
        .chain(
            added ->
                added
                    ? defaults.end(day).chain(() -> files.fill(id, kind, day))
                    : Uni.createFrom().voidItem());
  }
}
