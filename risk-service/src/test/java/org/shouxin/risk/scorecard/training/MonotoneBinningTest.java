package org.shouxin.risk.scorecard.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.shouxin.risk.scorecard.training.MonotoneBinning.Binned;
import org.shouxin.risk.scorecard.training.MonotoneBinning.Counts;

class MonotoneBinningTest {

  private static final MonotoneBinning BINNING =
      new MonotoneBinning(TrainingOptions.STANDARD_SETTINGS);

  @Property(tries = 300)
  void keepsEveryRowInMonotoneBins(
      @ForAll @Size(min = 1, max = 200) List<@DoubleRange(min = -1e6, max = 1e6) Double> values,
      @ForAll @Size(200) List<Boolean> bads) {
    double[] x = values.stream().mapToDouble(Double::doubleValue).toArray();
    int[] bad = new int[x.length];
    for (int i = 0; i < bad.length; i++) {
      bad[i] = bads.get(i) ? 1 : 0;
    }
    Binned binned = BINNING.bin(x, bad);
    assertThat(binned.edges()).isSorted().doesNotHaveDuplicates();
    assertThat(binned.counts()).hasSize(binned.edges().length + 1);
    assertThat(binned.counts().stream().mapToLong(Counts::rows).sum()).isEqualTo(x.length);
    List<Double> rates = binned.counts().stream().map(each -> each.odds(0.5)).toList();
    List<Double> sorted = rates.stream().sorted().toList();
    List<Double> reversed = sorted.stream().sorted((a, b) -> Double.compare(b, a)).toList();
    assertThat(rates)
        .satisfiesAnyOf(
            up -> assertThat(up).isEqualTo(sorted), down -> assertThat(down).isEqualTo(reversed));
    assertThat(Evidence.of(binned.counts(), 0.5).informationValue()).isFinite();
  }

  @Test
  void evidenceFollowsItsFormula() {
    Evidence evidence = Evidence.of(List.of(new Counts(90, 10), new Counts(60, 40)), 0.5);
    double first = Math.log((90.5 / 151) / (10.5 / 51));
    double second = Math.log((60.5 / 151) / (40.5 / 51));
    assertThat(evidence.woe()).containsExactly(new double[] {first, second}, within(1e-12));
    assertThat(evidence.informationValue())
        .isCloseTo(
            (90.5 / 151 - 10.5 / 51) * first + (60.5 / 151 - 40.5 / 51) * second, within(1e-12));
  }

  @Test
  void aBinWithoutBadsHasFiniteEvidence() {
    Evidence evidence = Evidence.of(List.of(new Counts(50, 0), new Counts(50, 10)), 0.5);
    assertThat(Arrays.stream(evidence.woe()).boxed()).allMatch(Double::isFinite);
  }
}
