package org.shouxin.collections.collectioncase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.page.Cursor;
import org.shouxin.chassis.page.Page;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.security.Caller;
import org.shouxin.collections.collectioncase.model.CaseState;
import org.shouxin.collections.collectioncase.model.CollectionCase;

/** Lists cases, oldest first, and shows one. */
@ApplicationScoped
public class ListCases {
  private final Cases cases;
  private final FindCase findCase;
  private final UnitOfWork work;
  private final Caller caller;

  public ListCases(Cases cases, FindCase findCase, UnitOfWork work, Caller caller) {
    this.cases = cases;
    this.findCase = findCase;
    this.work = work;
    this.caller = caller;
  }

  public Uni<CollectionCase> one(UUID id) {
    return work.reading(() -> findCase.aggregateSeenBy(caller, id));
  }

  public Uni<Page<CollectionCase>> page(
      UUID loanId, CaseState state, String cursor, Integer limitAsked) {
    int limit = Cursor.limit(limitAsked);
    UUID after = after(cursor);
    if (!findCase.seesAll(caller)) {
      return Uni.createFrom().item(new Page<>(List.of(), null));
    }
    return work.reading(() -> cases.page(loanId, state, after, limit + 1))
        .map(rows -> Cursor.page(rows, limit, last -> new String[] {last.id().toString()}));
  }

  static UUID after(String cursor) {
    List<String> key = Cursor.decode(cursor, 1);
    try {
      return key.isEmpty() ? null : UUID.fromString(key.get(0));
    } catch (IllegalArgumentException notOurs) {
      throw Invalid.field("cursor", "CURSOR", "not a cursor of this list");
    }
  }
}
