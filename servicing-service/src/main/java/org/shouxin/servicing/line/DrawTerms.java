package org.shouxin.servicing.line;

import java.time.LocalDate;
import org.shouxin.servicing.line.model.CreditLine;
import org.shouxin.servicing.line.model.Disclosure.Wish;
import org.shouxin.servicing.line.model.LineTerms;
import org.shouxin.servicing.schedule.CalculateSchedule;
import org.shouxin.servicing.schedule.CalculateSchedule.Priced;
import org.shouxin.servicing.schedule.LateTerms;
import org.shouxin.servicing.schedule.Terms;
import org.shouxin.servicing.schedule.form.TermsTemplate;

/** The schedule and the terms of lateness that a draw would have; the loan is booked from both. */
record DrawTerms(Priced priced, LateTerms late) {

  /** Calculates them as of the day; a cost above the cap or a term out of range is refused. */
  static DrawTerms priced(CreditLine line, Wish wish, LocalDate day) {
    LineTerms terms = line.terms();
    Terms draw = of(line, wish, day);
    return new DrawTerms(
        CalculateSchedule.priced(draw),
        LateTerms.of(draw, terms.penaltyMultiple(), terms.graceDays()));
  }

  /** What the schedule of a draw is calculated from, shown or booked. */
  static Terms of(CreditLine line, Wish wish, LocalDate day) {
    return TermsTemplate.terms(
        line.terms().scheduleTerms(),
        wish.amount(),
        line.terms().rate(),
        wish.method(),
        wish.termMonths(),
        day);
  }
}
