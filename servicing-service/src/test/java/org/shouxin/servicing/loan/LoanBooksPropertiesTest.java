package org.shouxin.servicing.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.loan.BookedLife.Act;
import org.shouxin.servicing.loan.BookedLife.Step;
import org.shouxin.servicing.loan.model.AllocationOrder;
import org.shouxin.servicing.loan.model.AllocationOrder.Beyond;
import org.shouxin.servicing.loan.model.AllocationOrder.Direction;
import org.shouxin.servicing.loan.model.Breakdown;
import org.shouxin.servicing.loan.model.InstalmentFacts;
import org.shouxin.servicing.loan.model.LoanState;
import org.shouxin.servicing.schedule.AnyTerms;
import org.shouxin.servicing.schedule.Rate;
import org.shouxin.servicing.schedule.RepaymentMethod;
import org.shouxin.servicing.schedule.Schedule;
import org.shouxin.servicing.schedule.ScheduleRow;
import org.shouxin.servicing.schedule.Terms;

/**
 * Random lives of loans: whatever happens, the general ledger holds of each claim exactly what the
 * loan says, as far as it has been recognised; nothing is ever negative, nothing is owed of a loan
 * that is closed, and working the money out anew changes nothing when nothing new is known.
 */
class LoanBooksPropertiesTest {

  private static final LocalDate START = LocalDate.of(2026, 1, 31);

  @Property(tries = 500)
  void theLedgerIsTheLoan(
      @ForAll("terms") Terms terms,
      @ForAll("orders") AllocationOrder order,
      @ForAll("steps") List<Step> steps) {
    BookedLife life = new BookedLife(terms, order);
    steps.forEach(life::live);
    life.workOutAnew();
  }

  @Property(tries = 300)
  void theBookedLoanIsItsPreview(@ForAll("terms") Terms terms) {
    List<ScheduleRow> preview = Schedule.of(terms).rows();

    List<InstalmentFacts> booked =
        new BookedLife(terms, AllocationOrder.STANDARD)
            .loan().instalmentFacts().stream().filter(facts -> !facts.isCharge()).toList();

    assertThat(booked).hasSameSizeAs(preview);
    for (ScheduleRow row : preview) {
      InstalmentFacts facts = booked.get(row.number() - 1);
      assertThat(facts.dueDate()).isEqualTo(row.dueDate());
      assertThat(facts.planned())
          .isEqualTo(new Breakdown(row.feesMinor(), row.interestMinor(), 0, row.principalMinor()));
    }
  }

  @Property(tries = 200)
  void whoPaysWhatIsAskedOwesNothingInTheEnd(@ForAll("terms") Terms terms) {
    BookedLife life = new BookedLife(terms, AllocationOrder.STANDARD);

    life.payAllAsAsked();

    assertThat(life.loan().state()).isEqualTo(LoanState.CLOSED);
    assertThat(life.recognised()).isEqualTo(Breakdown.NOTHING);
    assertThat(life.loan().debt().creditMinor()).isZero();
  }

  /** Terms of every kind, and the plain ones in which payments meet dues most often. */
  @Provide
  Arbitrary<Terms> terms() {
    return Arbitraries.oneOf(
        AnyTerms.any(),
        Arbitraries.of(
                RepaymentMethod.EQUAL_INSTALMENT,
                RepaymentMethod.EQUAL_PRINCIPAL,
                RepaymentMethod.INTEREST_ONLY,
                RepaymentMethod.BULLET)
            .map(
                method ->
                    Terms.monthly(
                        Money.ofMinor(BookedLife.SMALL_MINOR, "CNY"),
                        Rate.of("0.12"),
                        method,
                        6,
                        START)));
  }

  @Provide
  Arbitrary<AllocationOrder> orders() {
    return Combinators.combine(Arbitraries.of(Direction.class), Arbitraries.of(Beyond.class))
        .as((to, beyond) -> new AllocationOrder(to, AllocationOrder.STANDARD.steps(), beyond));
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> days =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 2), Arbitraries.integers().between(0, 60));
    Arbitrary<Long> money =
        Arbitraries.oneOf(
            Arbitraries.longs().between(1, 500), Arbitraries.longs().between(1, 400_00));
    return Combinators.combine(
            days, Arbitraries.of(Act.class), money, Arbitraries.integers().between(0, 60))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(14);
  }
}
