package org.shouxin.servicing.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoanPartitionsTest {

  @ParameterizedTest
  @CsvSource({"0, 1", "20000, 1", "40000, 2", "1000000, 64", "90000000, 64"})
  void aShareHasNoMoreLoansThanIsWantedButAPartition(long loans, int shares) {
    List<List<Integer>> all = LoanPartitions.shares(LoanPartitions.all(), loans, 20_000);

    assertThat(all).hasSize(shares);
    assertThat(all.stream().flatMap(List::stream).toList()).isEqualTo(LoanPartitions.all());
  }

  @Test
  void whatIsLeftIsSharedOutToo() {
    assertThat(LoanPartitions.shares(List.of(3, 9, 60), 40_000, 20_000))
        .containsExactly(List.of(3, 9, 60));
    assertThat(LoanPartitions.shares(List.of(), 40_000, 20_000)).isEmpty();
  }
}
