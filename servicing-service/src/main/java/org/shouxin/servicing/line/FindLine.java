package org.shouxin.servicing.line;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.security.Caller;
import org.shouxin.servicing.line.model.CreditLine;

/**
 * Finds a line that the caller may see, in the caller's unit: staff and services see all, a
 * borrower the own ones, and of others not even that they exist.
 */
@ApplicationScoped
class FindLine {

  private static final String[] SEES_ALL = {
    "officer", "reviewer", "collector", "auditor", "admin", "service"
  };

  private final Lines lines;
  private final Caller caller;

  FindLine(Lines lines, Caller caller) {
    this.lines = lines;
    this.caller = caller;
  }

  Uni<CreditLine> seen(UUID lineId) {
    return allowed(lineId, lines.find(lineId));
  }

  /** The same for a change, with every line of the borrower locked. */
  Uni<CreditLine> locked(UUID lineId) {
    return allowed(lineId, lines.locked(lineId));
  }

  /** The login whose lines the caller may see, or null for all. */
  String subjectOrNull() {
    return seesAll() ? null : caller.subject();
  }

  private Uni<CreditLine> allowed(UUID lineId, Uni<Optional<CreditLine>> read) {
    Predicate<CreditLine> visible = visible();
    return read.map(found -> found.filter(visible).orElseThrow(() -> new NotFound("line", lineId)));
  }

  private Predicate<CreditLine> visible() {
    String subject = subjectOrNull();
    return line -> subject == null || subject.equals(line.holder().borrowerSubject());
  }

  private boolean seesAll() {
    for (String role : SEES_ALL) {
      if (caller.has(role)) {
        return true;
      }
    }
    return false;
  }
}
