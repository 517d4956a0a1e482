package org.shouxin.risk.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.shouxin.risk.dataset.SplitMix64;

/** Figures about probabilities and outcomes, on drawn rows whose truth is known. */
class ValidationTest {

  private static final int ROWS = 4_000;

  @Property(tries = 30)
  void areaEqualsTheShareOfRightPairs(@ForAll @IntRange(max = 10_000) int seed) {
    SplitMix64 random = new SplitMix64(seed);
    double[] p = new double[60];
    int[] bad = new int[60];
    for (int i = 0; i < p.length; i++) {
      p[i] = random.nextInt(10) / 10.0;
      bad[i] = i % 3 == 0 ? 1 : 0;
    }
    double pairs = 0;
    double right = 0;
    for (int i = 0; i < p.length; i++) {
      for (int j = 0; j < p.length; j++) {
        if (bad[i] == 1 && bad[j] == 0) {
          pairs++;
          right += p[i] > p[j] ? 1 : p[i] == p[j] ? 0.5 : 0;
        }
      }
    }
    assertThat(Discrimination.ofProbabilities(p, bad).auc())
        .isCloseTo(right / pairs, within(1e-12));
  }

  @Property(tries = 20)
  void isotonicNeverFallsAndIsTrueOnItsOwnRows(@ForAll @IntRange(max = 10_000) int seed) {
    Drawn drawn = new Drawn(seed, 1.0);
    Calibration isotonic = Calibration.isotonic(drawn.logOdds, drawn.bad);
    double[] p = Arrays.stream(drawn.logOdds).map(isotonic::probability).toArray();
    double mean = Arrays.stream(p).average().orElseThrow();
    double rate = Arrays.stream(drawn.bad).average().orElseThrow();
    assertThat(mean).isCloseTo(rate, within(1e-5));
    double last = 0;
    for (double x = -6; x < 6; x += 0.05) {
      assertThat(isotonic.probability(x)).isBetween(last, 1.0);
      last = isotonic.probability(x);
    }
  }

  @Test
  void plattUndoesADistortedScale() {
    Drawn drawn = new Drawn(1, 1.0);
    double[] distorted = Arrays.stream(drawn.logOdds).map(x -> 3 * x + 2).toArray();
    Calibration platt = Calibration.platt(distorted, drawn.bad);
    assertThat(platt.slope()).isCloseTo(1 / 3.0, within(0.04));
    assertThat(platt.intercept()).isCloseTo(-2 / 3.0, within(0.12));
    double[] raw = Arrays.stream(distorted).map(Calibration.NONE::probability).toArray();
    double[] calibrated = Arrays.stream(distorted).map(platt::probability).toArray();
    assertThat(Brier.score(calibrated, drawn.bad)).isLessThan(Brier.score(raw, drawn.bad));
  }

  @Property(tries = 40)
  void driftAlarmsStayQuietOnRowsOfTheSameKind(@ForAll @IntRange(max = 100_000) int seed) {
    Drawn before = new Drawn(seed, 1.0);
    Drawn now = new Drawn(seed + 1_000_000L, 1.0);
    double psi = Stability.ofNumbers(before.logOdds, now.logOdds);
    assertThat(Drift.ofShares(psi, Map.of("x", psi))).isEmpty();
    assertThat(Drift.ofCalibration(now.probabilities(), now.bad)).isEmpty();
  }

  @Test
  void driftAlarmsFireByHowFarRowsMoved() {
    double[] before = new Drawn(1, 1.0).logOdds;
    assertThat(kinds(before, 0.15)).isEmpty();
    assertThat(kinds(before, 0.45)).containsExactly(Drift.Kind.SCORE_SHIFTING);
    assertThat(kinds(before, 0.90)).containsExactly(Drift.Kind.SCORE_SHIFTED);
    assertThat(Drift.ofShares(0, Map.of("income", 0.31)))
        .containsExactly(new Drift.Alarm(Drift.Kind.FEATURE_SHIFTED, "income", 0.31));
  }

  @Test
  void theThresholdsAreInclusive() {
    assertThat(Stability.Verdict.of(Math.nextDown(0.10))).isEqualTo(Stability.Verdict.STABLE);
    assertThat(Stability.Verdict.of(0.10)).isEqualTo(Stability.Verdict.SHIFTING);
    assertThat(Stability.Verdict.of(Math.nextDown(0.25))).isEqualTo(Stability.Verdict.SHIFTING);
    assertThat(Stability.Verdict.of(0.25)).isEqualTo(Stability.Verdict.SHIFTED);
  }

  @Test
  void theCalibrationGapFiresWhenTwiceAsManyTurnBad() {
    Drawn now = new Drawn(3, 1.0);
    double[] half = Arrays.stream(now.probabilities()).map(p -> p / 2).toArray();
    assertThat(Drift.ofCalibration(half, now.bad))
        .singleElement()
        .matches(alarm -> alarm.kind() == Drift.Kind.CALIBRATION_GAP && alarm.figure() > 0.05);
  }

  @Test
  void stabilityOfLevelsCountsNewAndMissingOnes() {
    String[] before = {"a", "a", "b", "b", null, null};
    assertThat(Stability.ofLevels(before, before)).isZero();
    String[] now = {"a", "c", "c", "c", "c", null};
    assertThat(Stability.ofLevels(before, now)).isGreaterThan(0.25);
  }

  @Test
  void indexFollowsItsFormula() {
    double e = 100.5 / 201;
    double a = 50.5 / 201;
    double other = 150.5 / 201;
    double expected = (a - e) * Math.log(a / e) + (other - e) * Math.log(other / e);
    assertThat(Stability.index(new long[] {100, 100}, new long[] {50, 150}))
        .isCloseTo(expected, within(1e-12));
  }

  @Test
  void gainsCatchAllBadsInTheEndAndTheRiskiestFirst() {
    Drawn drawn = new Drawn(5, 1.0);
    List<Gains.Part> parts = Gains.of(drawn.probabilities(), drawn.bad, 10);
    assertThat(parts).hasSize(10);
    assertThat(parts.get(0).lift()).isGreaterThan(1.5);
    assertThat(parts).extracting(Gains.Part::capturedBads).isSorted();
    assertThat(parts.get(9).capturedBads()).isEqualTo(1);
    assertThat(parts.get(9).capturedGoods()).isEqualTo(1);
    double ks =
        parts.stream().mapToDouble(p -> p.capturedBads() - p.capturedGoods()).max().orElse(0);
    assertThat(ks)
        .isLessThanOrEqualTo(
            Discrimination.ofProbabilities(drawn.probabilities(), drawn.bad).ks() + 1e-6);
  }

  @Test
  void theCurveStartsAtNothingAndEndsAtAll() {
    Drawn drawn = new Drawn(6, 1.0);
    List<Roc.Point> points = Roc.of(drawn.probabilities(), drawn.bad, 100);
    assertThat(points.get(0)).isEqualTo(new Roc.Point(0, 0));
    assertThat(points.get(points.size() - 1)).isEqualTo(new Roc.Point(1, 1));
    assertThat(points).hasSizeLessThan(160);
    double area = 0;
    for (int i = 1; i < points.size(); i++) {
      Roc.Point left = points.get(i - 1);
      Roc.Point right = points.get(i);
      area += (right.goods() - left.goods()) * (right.bads() + left.bads()) / 2;
    }
    assertThat(area).isCloseTo(Quality.of(drawn.probabilities(), drawn.bad).auc(), within(0.01));
  }

  @Test
  void fairnessShowsATraitThatIsApprovedLess() {
    double[] p = {0.1, 0.1, 0.1, 0.1, 0.1, 0.5, 0.5, 0.1};
    int[] bad = {0, 0, 1, 0, 0, 1, 0, 0};
    String[] sex = {"M", "M", "M", "M", "F", "F", "F", "F"};
    List<Fairness.Group> groups = Fairness.of("sex", sex, p, bad, 0.2);
    assertThat(groups).extracting(Fairness.Group::approvalRatio).containsExactly(0.5, 1.0);
    assertThat(Fairness.of("age_in_years", new String[] {"22", "30"}, p, new int[2], 0.2))
        .extracting(Fairness.Group::group)
        .containsExactly("25-34", "under 25");
  }

  @Test
  void monthsAreMeasuredOneByOne() {
    Drawn drawn = new Drawn(7, 1.0);
    String[] months = new String[ROWS];
    for (int i = 0; i < ROWS; i++) {
      months[i] = i < ROWS / 2 ? "2025-01" : "2025-02";
    }
    double[] p = drawn.probabilities();
    for (int i = ROWS / 2; i < ROWS; i++) {
      p[i] = Math.min(1, p[i] * 3);
    }
    List<ByPeriod.Month> measured = ByPeriod.of(months, p, drawn.bad);
    assertThat(measured.get(0).psi()).isZero();
    assertThat(measured.get(1).psi()).isGreaterThan(0.25);
    assertThat(measured.get(1).auc()).isGreaterThan(0.6);
  }

  private static List<Drift.Kind> kinds(double[] before, double moved) {
    double[] now = Arrays.stream(new Drawn(2, 1.0).logOdds).map(x -> x + moved).toArray();
    return Drift.ofShares(Stability.ofNumbers(before, now), Map.of()).stream()
        .map(Drift.Alarm::kind)
        .toList();
  }

  /** Log odds around -1.5 and outcomes drawn by them. */
  private static final class Drawn {
    private final double[] logOdds = new double[ROWS];
    private final int[] bad = new int[ROWS];

    Drawn(long seed, double spread) {
      SplitMix64 random = new SplitMix64(seed);
      for (int i = 0; i < ROWS; i++) {
        logOdds[i] = -1.5 + spread * random.nextGaussian();
        bad[i] = random.nextDouble() < Calibration.NONE.probability(logOdds[i]) ? 1 : 0;
      }
    }

    double[] probabilities() {
      return Arrays.stream(logOdds).map(Calibration.NONE::probability).toArray();
    }
  }
}
