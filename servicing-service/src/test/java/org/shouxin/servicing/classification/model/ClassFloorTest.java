package org.shouxin.servicing.classification.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouxin.servicing.classification.model.ClassFloor.Scheme;

class ClassFloorTest {

  private static final LocalDate DAY = LocalDate.of(2026, 2, 1);

  @ParameterizedTest(name = "CN-CLASS-01: {0} days are at least {1}")
  @CsvSource({
    "0, NORMAL",
    "1, SPECIAL_MENTION",
    "90, SPECIAL_MENTION",
    "91, SUBSTANDARD",
    "270, SUBSTANDARD",
    "271, DOUBTFUL",
    "360, DOUBTFUL",
    "361, LOSS"
  })
  void loansByOrder2023(int days, AssetClass floor) {
    assertThat(ClassFloor.of(Scheme.LOAN, days, DAY)).isEqualTo(floor);
  }

  @ParameterizedTest(name = "CN-CLASS-03: {0} days are at least {1}")
  @CsvSource({
    "0, NORMAL",
    "1, SPECIAL_MENTION",
    "90, SPECIAL_MENTION",
    "91, SUBSTANDARD",
    "120, SUBSTANDARD",
    "121, DOUBTFUL",
    "180, DOUBTFUL",
    "181, LOSS"
  })
  void cardsByTheirMeasures(int days, AssetClass floor) {
    assertThat(ClassFloor.of(Scheme.CARD, days, DAY)).isEqualTo(floor);
  }

  @Test
  void aDayBeforeTheLawIsNoBetter() {
    assertThat(ClassFloor.of(Scheme.LOAN, 361, LocalDate.of(2020, 1, 1)))
        .isEqualTo(AssetClass.LOSS);
  }

  @Test
  @DisplayName("CN-CLASS-02: two periods and a year from the first due date")
  void theWatchLastsTwoPeriodsAndAYear() {
    LocalDate first = DAY.plusMonths(1);
    Watch monthly = Watch.of(DAY, first, DAY.plusMonths(3), AssetClass.NORMAL);
    Watch yearly = Watch.of(DAY, first, first.plusYears(2), AssetClass.DOUBTFUL);

    assertThat(monthly.until()).isEqualTo(first.plusYears(1));
    assertThat(monthly.floor()).isEqualTo(AssetClass.SPECIAL_MENTION);
    assertThat(yearly.until()).isEqualTo(first.plusYears(2));
    assertThat(yearly.floor()).isEqualTo(AssetClass.SUBSTANDARD);
  }
}
