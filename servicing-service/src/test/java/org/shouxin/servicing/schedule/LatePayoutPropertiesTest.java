package org.shouxin.servicing.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Money that comes later than the contract starts: any terms still make a schedule. */
class LatePayoutPropertiesTest {

  @Provide
  Arbitrary<Terms> any() {
    return AnyTerms.any();
  }

  @Property(tries = 2_000)
  void aLatePayoutHasAScheduleOfTheSamePrincipal(
      @ForAll("any") Terms terms, @ForAll @IntRange(max = 90) int days) {
    Terms moved = terms.startingOn(terms.start().plusDays(days));

    List<ScheduleRow> rows = Schedule.of(moved).rows();

    assertThat(rows).hasSize(terms.timing().instalments());
    LocalDate before = terms.start().plusDays(days);
    long principal = terms.principal().minor();
    for (ScheduleRow row : rows) {
      assertThat(row.dueDate()).isAfter(before);
      before = row.dueDate();
      principal += row.capitalisedMinor() - row.principalMinor();
    }
    assertThat(principal).isZero();
  }

  @Property(tries = 500)
  void datesThatTheContractNamesStayWhileThePayoutIsBeforeThem(@ForAll("any") Terms terms) {
    LocalDate named = terms.timing().firstDue();
    if (named != null && named.isAfter(terms.start().plusDays(1))) {
      Terms moved = terms.startingOn(named.minusDays(1));
      boolean counts = terms.timing().fixedLengthDays() == null || terms.timing().instalments() > 1;
      if (counts && terms.method() != RepaymentMethod.OWN_SCHEDULE) {
        assertThat(Schedule.of(moved).rows().get(0).dueDate()).isEqualTo(named);
      }
    }
  }
}
