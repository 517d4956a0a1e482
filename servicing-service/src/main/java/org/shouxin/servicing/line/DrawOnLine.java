package org.shouxin.servicing.line;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.log.VerifiableLog;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.line.Lines.Draw;
import org.shouxin.servicing.line.model.CreditLine;
import org.shouxin.servicing.line.model.Disclosure;
import org.shouxin.servicing.line.model.Room;
import org.shouxin.servicing.loan.OpenLoan;
import org.shouxin.servicing.loan.OpenLoan.SignedContract;

/**
 * The borrower confirms a disclosure and draws: a loan of its own is opened and its payout ordered,
 * in the caller's transaction and under the lock of the borrower's lines, so that draws at the same
 * moment see each other and never exceed the limit.
 */
@ApplicationScoped
public class DrawOnLine {

  private final FindLine find;
  private final Lines lines;
  private final LineEvents events;
  private final OpenLoan open;
  private final VerifiableLog log;
  private final BusinessDays days;
  private final Ids ids;
  private final Clock clock;

  DrawOnLine(
      FindLine find,
      Lines lines,
      LineEvents events,
      OpenLoan open,
      VerifiableLog log,
      BusinessDays days,
      Ids ids,
      Clock clock) {
    this.find = find;
    this.lines = lines;
    this.events = events;
    this.open = open;
    this.log = log;
    this.days = days;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A draw that was made.
   *
   * @param available what can still be drawn after it
   */
  public record Drawn(
      UUID loanId, UUID lineId, Money amount, Money available, String contractHash, UUID leafId) {}

  public Uni<Drawn> handle(UUID lineId, UUID disclosureId) {
    return find.locked(lineId)
        .chain(
            line ->
                days.postingDay()
                    .chain(
                        day ->
                            confirmed(line, disclosureId, day)
                                .chain(disclosure -> draw(line, disclosure, day))));
  }

  private Uni<Disclosure> confirmed(CreditLine line, UUID disclosureId, LocalDate day) {
    return lines
        .disclosure(disclosureId)
        .map(
            found ->
                found
                    .filter(disclosure -> disclosure.lineId().equals(line.id()))
                    .orElseThrow(() -> new NotFound("disclosure", disclosureId)))
        .invoke(disclosure -> disclosure.requireConfirmable(day, clock.instant()));
  }

  private Uni<Drawn> draw(CreditLine line, Disclosure disclosure, LocalDate day) {
    Disclosure.Wish wish = disclosure.wish();
    UUID loanId = ids.next();
    return lines
        .use(line, day)
        .invoke(use -> line.requireDrawable(wish.amount(), wish.termMonths(), use, day))
        .chain(
            use ->
                open.handle(contract(line, disclosure, loanId, day))
                    .chain(() -> kept(line, disclosure, loanId, day))
                    .chain(
                        leaf ->
                            told(
                                line, disclosure, loanId, leaf, after(line, use, wish, day), day)));
  }

  private Uni<UUID> kept(CreditLine line, Disclosure disclosure, UUID loanId, LocalDate day) {
    return log.append(
            "line.draw", loanId.toString(), disclosure.content().getBytes(StandardCharsets.UTF_8))
        .call(
            receipt ->
                lines
                    .add(
                        new Draw(
                            loanId,
                            line.id(),
                            disclosure.id(),
                            day,
                            receipt.leafId(),
                            clock.instant()))
                    .invoke(DrawOnLine::refuseUsed))
        .map(receipt -> receipt.leafId());
  }

  private Uni<Drawn> told(
      CreditLine line, Disclosure disclosure, UUID loanId, UUID leafId, Room room, LocalDate day) {
    return events
        .drawn(line, loanId, disclosure.wish().amount(), room, day)
        .replaceWith(() -> drawn(line, disclosure, loanId, leafId, room));
  }

  private static void refuseUsed(boolean added) {
    if (!added) {
      throw RuleViolation.conflict(
          "LINE_DISCLOSURE_USED", "the disclosure was confirmed before; ask for a new one");
    }
  }

  private static Room after(CreditLine line, Room.Use use, Disclosure.Wish wish, LocalDate day) {
    long drawn = wish.amount().minor();
    return line.room(
        new Room.Use(
            use.owedOnLineMinor() + drawn,
            use.owedAltogetherMinor() + drawn,
            use.riskLimitMinor(),
            use.late()),
        day);
  }

  private static Drawn drawn(
      CreditLine line, Disclosure disclosure, UUID loanId, UUID leafId, Room room) {
    return new Drawn(
        loanId,
        line.id(),
        disclosure.wish().amount(),
        line.terms().money(room.availableMinor()),
        disclosure.contentHash(),
        leafId);
  }

  private static SignedContract contract(
      CreditLine line, Disclosure disclosure, UUID loanId, LocalDate day) {
    Disclosure.Wish wish = disclosure.wish();
    return new SignedContract(
        loanId,
        line.holder().applicationId(),
        line.holder().borrowerId(),
        line.holder().borrowerSubject(),
        DrawTerms.of(line, wish, day),
        day,
        disclosure.contentHash(),
        line.holder().agreement(),
        line.holder().preferredChannel(),
        line.terms().penaltyMultiple(),
        line.terms().graceDays(),
        line.terms().productCode(),
        wish.purpose());
  }
}
