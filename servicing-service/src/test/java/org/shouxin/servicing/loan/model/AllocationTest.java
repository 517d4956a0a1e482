package org.shouxin.servicing.loan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.shouxin.servicing.loan.model.Allocation.Line;

class AllocationTest {

  @Example
  void coversTheOldestInstalmentByTheOrderOfTheLaw() {
    Claim oldest = claim(1, 20, 5, 100);
    Claim next = claim(0, 15, 0, 100);

    Allocation allocation = Allocation.of(130, List.of(oldest, next));

    assertThat(allocation.lines())
        .containsExactly(
            new Line(oldest.instalmentId(), Component.COST, 1),
            new Line(oldest.instalmentId(), Component.INTEREST, 20),
            new Line(oldest.instalmentId(), Component.PENALTY, 5),
            new Line(oldest.instalmentId(), Component.PRINCIPAL, 100),
            new Line(next.instalmentId(), Component.INTEREST, 4));
    assertThat(allocation.surplusMinor()).isZero();
  }

  @Property
  void noCentIsLostOrMade(
      @ForAll @LongRange(min = 0, max = 1_000_000) long payment,
      @ForAll("claims") List<Claim> claims) {
    Allocation allocation = Allocation.of(payment, claims);

    assertThat(allocation.total().totalMinor() + allocation.surplusMinor()).isEqualTo(payment);
  }

  @Property
  void nothingIsPaidBeyondItsClaimAndSurplusIsLeftOnlyWhenAllIsPaid(
      @ForAll @LongRange(min = 0, max = 1_000_000) long payment,
      @ForAll("claims") List<Claim> claims) {
    Allocation allocation = Allocation.of(payment, claims);

    for (Line line : allocation.lines()) {
      Claim claim =
          claims.stream()
              .filter(c -> c.instalmentId().equals(line.instalmentId()))
              .findFirst()
              .get();
      assertThat(line.minor()).isBetween(1L, claim.open().of(line.component()));
    }
    long claimed = claims.stream().mapToLong(c -> c.open().totalMinor()).sum();
    assertThat(allocation.surplusMinor()).isEqualTo(Math.max(0, payment - claimed));
  }

  @Property
  void takingBackUndoesExactlyWhatWasCovered(
      @ForAll @LongRange(min = 0, max = 1_000_000) long payment,
      @ForAll("claims") List<Claim> claims) {
    Allocation allocation = Allocation.of(payment, claims);

    assertThat(allocation.total().plus(allocation.negate().total())).isEqualTo(Breakdown.NOTHING);
    assertThat(allocation.negate().surplusMinor()).isEqualTo(-allocation.surplusMinor());
  }

  @Provide
  Arbitrary<List<Claim>> claims() {
    Arbitrary<Long> part = Arbitraries.longs().between(0, 50_000);
    return Combinators.combine(part, part, part, part)
        .as(AllocationTest::claim)
        .list()
        .ofMaxSize(6)
        .map(ArrayList::new);
  }

  private static Claim claim(long cost, long interest, long penalty, long principal) {
    return new Claim(TestIds.next(), new Breakdown(cost, interest, penalty, principal));
  }
}
