package org.shouxin.servicing.line.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.text.Texts;
import org.shouxin.servicing.line.DiscloseDraw;
import org.shouxin.servicing.line.Lines.Draw;
import org.shouxin.servicing.line.ViewLines.Standing;
import org.shouxin.servicing.line.model.CreditLine;
import org.shouxin.servicing.line.model.Room;

/** Lines as the API shows them. */
final class LineViews {

  private LineViews() {}

  /**
   * A line today.
   *
   * @param riskLimit what risk lets the borrower owe altogether, or null
   * @param owed unpaid principal of its draws, payouts under way counted
   * @param blockedBy the rule that blocks every draw, or null
   */
  record LineView(
      UUID lineId,
      long version,
      UUID borrowerId,
      String productCode,
      String state,
      Money limit,
      Money riskLimit,
      Money owed,
      Money available,
      String blockedBy,
      String explanation,
      String annualRate,
      int termMonthsMax,
      int graceDays,
      String contractHash,
      LocalDate openedOn,
      LocalDate expiresOn,
      LocalDate closedOn) {

    static LineView of(Standing standing, Locale language) {
      CreditLine line = standing.line();
      Room room = standing.room();
      Long risk = room.use().riskLimitMinor();
      return new LineView(
          line.id(),
          line.version(),
          line.holder().borrowerId(),
          line.terms().productCode(),
          line.state().name(),
          line.terms().money(room.limitMinor()),
          risk == null ? null : line.terms().money(risk),
          line.terms().money(room.use().owedOnLineMinor()),
          line.terms().money(room.availableMinor()),
          room.blockedBy(),
          room.blockedBy() == null
              ? null
              : Texts.find("rules", language, room.blockedBy()).orElse(room.blockedBy()),
          line.terms().rate().toString(),
          line.terms().termMonthsMax(),
          line.terms().graceDays(),
          line.terms().contractHash(),
          line.openedOn(),
          line.terms().expiresOn(),
          line.closedOn().orElse(null));
    }
  }

  /**
   * What the borrower reads before drawing.
   *
   * @param disclosureHash SHA-256 of the disclosure's canonical JSON
   */
  record DisclosureView(
      DiscloseDraw.Text disclosure, String disclosureHash, Instant confirmableFrom) {

    static DisclosureView of(DiscloseDraw.Shown shown) {
      return new DisclosureView(shown.text(), shown.hash(), shown.confirmableFrom());
    }
  }

  record DrawView(UUID loanId, UUID lineId, UUID disclosureId, LocalDate drawnOn, UUID logLeafId) {

    static DrawView of(Draw draw) {
      return new DrawView(
          draw.loanId(), draw.lineId(), draw.disclosureId(), draw.drawnOn(), draw.logLeafId());
    }
  }
}
