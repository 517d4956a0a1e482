package org.shouxin.servicing.reconciliation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.chassis.page.Cursor;
import org.shouxin.chassis.page.Page;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.chassis.security.Caller;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.ledger.Account;
import org.shouxin.servicing.ledger.PostToLedger;
import org.shouxin.servicing.ledger.PostingGroup;
import org.shouxin.servicing.reconciliation.Breaks.Break;
import org.shouxin.servicing.reconciliation.Breaks.State;

/** Officers work off the breaks: one is explained, or its difference is posted. */
@ApplicationScoped
public class WorkBreaks {

  private final Breaks breaks;
  private final PostToLedger ledger;
  private final BusinessDays days;
  private final UnitOfWork work;
  private final Caller caller;

  WorkBreaks(
      Breaks breaks, PostToLedger ledger, BusinessDays days, UnitOfWork work, Caller caller) {
    this.breaks = breaks;
    this.ledger = ledger;
    this.days = days;
    this.work = work;
    this.caller = caller;
  }

  public Uni<Page<Break>> page(State stateOrNull, String cursor, Integer limitOrNull) {
    int limit = Cursor.limit(limitOrNull);
    UUID after = IdCursor.after(cursor);
    return work.reading(() -> breaks.page(stateOrNull, after, limit + 1))
        .map(rows -> Cursor.page(rows, limit, row -> new String[] {row.breakId().toString()}));
  }

  /** Nothing is posted: the disagreement has a reason outside the books; in a transaction. */
  public Uni<Void> explain(UUID breakId, String note) {
    String by = caller.subject();
    return open(breakId).chain(b -> breaks.decide(breakId, State.EXPLAINED, note, by, null));
  }

  /** Posts what the bank has more or less than the books; in the caller's transaction. */
  public Uni<Void> post(UUID breakId, String note) {
    String by = caller.subject();
    return days.postingDay()
        .chain(
            day ->
                open(breakId)
                    .chain(b -> ledger.post(group(b, day)))
                    .chain(
                        receipt ->
                            breaks.decide(breakId, State.POSTED, note, by, receipt.groupId())));
  }

  private Uni<Break> open(UUID breakId) {
    return breaks
        .locked(breakId)
        .map(found -> found.orElseThrow(() -> new NotFound("break", breakId)))
        .invoke(
            b -> {
              if (b.state() != State.OPEN) {
                throw RuleViolation.conflict("BREAK_DECIDED", "the break was decided before");
              }
            });
  }

  private static PostingGroup group(Break b, LocalDate day) {
    long difference = b.difference().minor();
    return PostingGroup.of(null, day, "break.posted", b.bank().currency().getCurrencyCode())
        .debit(Account.CASH_AT_BANK, difference)
        .credit(b.kind().counterAccount(difference), difference)
        .build();
  }
}
