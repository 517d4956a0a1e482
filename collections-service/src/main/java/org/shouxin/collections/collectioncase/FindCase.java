package org.shouxin.collections.collectioncase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.security.Caller;
import org.shouxin.collections.collectioncase.model.CollectionCase;

/** Looks cases up; runs in its caller's unit of work. */
@ApplicationScoped
public class FindCase {
  private static final String[] HOUSE = {"collector", "officer", "auditor", "admin"};

  private final Cases cases;

  public FindCase(Cases cases) {
    this.cases = cases;
  }

  public Uni<Optional<CaseFile>> byId(UUID id) {
    return cases.find(id).map(found -> found.map(CaseFile::of));
  }

  /** The case, if the caller may know of it; otherwise it does not exist for them. */
  public Uni<CaseFile> seenBy(Caller caller, UUID id) {
    return aggregateSeenBy(caller, id).map(CaseFile::of);
  }

  /** As {@link #seenBy}, with all its facts. */
  public Uni<CollectionCase> aggregateSeenBy(Caller caller, UUID id) {
    if (!seesAll(caller)) {
      throw new NotFound("case", id);
    }
    return cases.find(id).map(found -> found.orElseThrow(() -> new NotFound("case", id)));
  }

  public Uni<List<CaseFile>> openOfBorrower(UUID borrowerId) {
    return cases.openOfBorrower(borrowerId).map(FindCase::files);
  }

  public Uni<Optional<CaseFile>> openOf(UUID loanId) {
    return cases.openOf(loanId).map(found -> found.map(CaseFile::of));
  }

  /** Open cases in the order of their ids, after the given one if it is not null. */
  public Uni<List<CaseFile>> open(UUID after, int limit) {
    return cases.open(after, limit).map(FindCase::files);
  }

  /** The lender's own people see every case; an agency sees those placed with it: none so far. */
  public boolean seesAll(Caller caller) {
    for (String role : HOUSE) {
      if (caller.has(role)) {
        return true;
      }
    }
    return false;
  }

  private static List<CaseFile> files(List<CollectionCase> found) {
    return found.stream().map(CaseFile::of).toList();
  }
}
