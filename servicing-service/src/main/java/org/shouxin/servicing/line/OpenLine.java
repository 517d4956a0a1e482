package org.shouxin.servicing.line;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.line.LineEvents.Kind;
import org.shouxin.servicing.line.model.CreditLine;
import org.shouxin.servicing.line.model.Disclosure;
import org.shouxin.servicing.line.model.Holder;
import org.shouxin.servicing.line.model.LineTerms;
import org.shouxin.servicing.line.model.Room;
import org.shouxin.servicing.schedule.RepaymentMethod;

/**
 * Opens the line of a signed framework contract, in the caller's transaction. The price is held
 * against the cap for the whole limit over the longest term.
 */
@ApplicationScoped
public class OpenLine {

  private final Lines lines;
  private final LineEvents events;
  private final BusinessDays days;
  private final Ids ids;

  OpenLine(Lines lines, LineEvents events, BusinessDays days, Ids ids) {
    this.lines = lines;
    this.events = events;
    this.days = days;
    this.ids = ids;
  }

  /**
   * A signed framework contract.
   *
   * @param holder what is known of the borrower, or null for that of the borrower's youngest loan
   * @param openedBy who opens it, an opaque id
   */
  public record Framework(UUID borrowerId, Holder holder, LineTerms terms, String openedBy) {}

  public Uni<CreditLine> handle(Framework framework) {
    return days.postingDay()
        .call(() -> refuseSecond(framework))
        .chain(day -> holder(framework).map(holder -> opened(framework, holder.orElseThrow(), day)))
        .call(lines::add)
        .call(line -> lines.use(line, line.openedOn()).chain(use -> told(line, use)));
  }

  private Uni<Void> told(CreditLine line, Room.Use use) {
    LocalDate day = line.openedOn();
    return events.became(Kind.OPENED, line, line.room(use, day), day);
  }

  private CreditLine opened(Framework framework, Holder holder, LocalDate day) {
    LineTerms terms = framework.terms();
    CreditLine line = CreditLine.open(ids.next(), holder, terms, day, framework.openedBy());
    DrawTerms.priced(
        line,
        new Disclosure.Wish(
            terms.money(terms.limitMinor()),
            RepaymentMethod.EQUAL_INSTALMENT,
            terms.termMonthsMax(),
            ""),
        day);
    return line;
  }

  private Uni<Optional<Holder>> holder(Framework framework) {
    return framework.holder() != null
        ? Uni.createFrom().item(Optional.of(framework.holder()))
        : lines.knownHolder(framework.borrowerId()).invoke(OpenLine::refuseUnknown);
  }

  private static void refuseUnknown(Optional<Holder> known) {
    if (known.isEmpty()) {
      throw RuleViolation.refused(
          "LINE_HOLDER_UNKNOWN", "the borrower has no loan here; say login and account");
    }
  }

  private Uni<Void> refuseSecond(Framework framework) {
    return lines
        .hasOpen(framework.borrowerId(), framework.terms().productCode())
        .invoke(
            open -> {
              if (open) {
                throw RuleViolation.conflict(
                    "LINE_OPEN_ONCE", "the borrower has an open line of this product");
              }
            })
        .replaceWithVoid();
  }
}
