package org.shouxin.collections.collectioncase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.shouxin.chassis.page.Cursor;
import org.shouxin.chassis.page.Page;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.security.Caller;
import org.shouxin.collections.caserecord.CaseRecord;
import org.shouxin.collections.caserecord.CaseRecords;

/** Shows what was kept of a case, to be held against the verifiable log. */
@ApplicationScoped
public class ShowRecords {
  private final CaseRecords records;
  private final FindCase findCase;
  private final UnitOfWork work;
  private final Caller caller;

  public ShowRecords(CaseRecords records, FindCase findCase, UnitOfWork work, Caller caller) {
    this.records = records;
    this.findCase = findCase;
    this.work = work;
    this.caller = caller;
  }

  public Uni<Page<CaseRecord>> page(UUID caseId, String cursor, Integer limitAsked) {
    int limit = Cursor.limit(limitAsked);
    UUID after = ListCases.after(cursor);
    return work.reading(
            () ->
                findCase
                    .seenBy(caller, caseId)
                    .chain(file -> records.ofCase(file.id(), after, limit + 1)))
        .map(rows -> Cursor.page(rows, limit, last -> new String[] {last.leafId().toString()}));
  }
}
