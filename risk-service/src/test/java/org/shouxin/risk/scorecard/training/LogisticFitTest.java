package org.shouxin.risk.scorecard.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.shouxin.risk.validation.Discrimination;

class LogisticFitTest {

  /** With one binary input and no penalty the fit is the log odds of the two groups. */
  @Test
  void reproducesTheLogOddsOfTwoGroups() {
    double[][] x = {new double[400]};
    int[] label = new int[400];
    for (int i = 0; i < 400; i++) {
      x[0][i] = i < 200 ? 0 : 1;
      label[i] = i < 40 || i >= 200 && i < 300 ? 1 : 0;
    }
    LogisticFit fit = LogisticFit.of(x, label, 0);
    assertThat(fit.intercept()).isCloseTo(Math.log(40.0 / 160), within(1e-9));
    assertThat(fit.coefficients()[0]).isCloseTo(-Math.log(40.0 / 160), within(1e-9));
  }

  @Test
  void thePenaltyShrinksAndKeepsASeparableFitFinite() {
    double[][] x = {{-2, -1, 1, 2}};
    int[] label = {0, 0, 1, 1};
    LogisticFit fit = LogisticFit.of(x, label, 1.0);
    assertThat(fit.coefficients()[0]).isBetween(0.1, 2.0);
  }

  @Test
  void discriminationCountsTiesHalf() {
    Discrimination found = Discrimination.of(new int[] {1, 2, 2, 3}, new int[] {1, 1, 0, 0});
    assertThat(found.auc()).isCloseTo(0.875, within(1e-12));
    assertThat(found.ks()).isCloseTo(0.5, within(1e-12));
  }
}
