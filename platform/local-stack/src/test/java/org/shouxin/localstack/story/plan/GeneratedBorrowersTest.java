package org.shouxin.localstack.story.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedBorrowersTest {

  @TempDir Path directory;

  @Test
  void theSameSeedTellsTheSameStory() {
    List<BorrowerPlan> once = cast(20, 3).borrowers();
    assertThat(cast(20, 3).borrowers()).isEqualTo(once).hasSize(20);
    assertThat(cast(20, 4).borrowers()).isNotEqualTo(once);
  }

  @Test
  void asksWithinTheProductAndTheIncome() {
    for (BorrowerPlan plan : cast(300, 5).borrowers()) {
      Wish wish = plan.wish();
      assertThat(wish.amountYuan()).isBetween(1_000L, 200_000L);
      assertThat(wish.monthlyIncomeYuan()).isPositive();
      assertThat(wish.monthsInNetwork()).isGreaterThanOrEqualTo(3);
      wish.bureau().ifPresent(known -> assertThat(known.utilisationPercent()).isBetween(0, 100));
    }
  }

  @Test
  void aShortStoryHasSomebodyWhoStopsAndSomebodyWhoIsLate() {
    List<BorrowerPlan> plans = cast(20, 1).borrowers();
    assertThat(plans.stream().filter(BorrowerPlan::stopsPaying).count()).isBetween(4L, 10L);
    assertThat(plans)
        .allSatisfy(plan -> assertThat(plan.stopsPaying()).isEqualTo(plan.defaultsFrom() > 0));
    assertThat(plans).anyMatch(plan -> !plan.stopsPaying() && plan.firstLate() > 0);
  }

  @Test
  void somebodyIsNewToTheBureauAndAsksForMoreThanIsLentWithoutARecord() {
    assertThat(cast(8, 1).borrowers())
        .filteredOn(plan -> plan.wish().bureau().isEmpty())
        .singleElement()
        .satisfies(plan -> assertThat(plan.wish().amountYuan()).isGreaterThan(20_000))
        .satisfies(plan -> assertThat(plan.stopsPaying()).isFalse());
    assertThat(cast(7, 1).borrowers()).noneMatch(plan -> plan.wish().bureau().isEmpty());
  }

  @Test
  void historyHasAColumnForEachFactAndEnoughOfBothEnds() throws IOException {
    Path csv = directory.resolve("history.csv");
    int rows = cast(20, 1).writeHistory(csv);
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines).hasSize(rows + 1);
    assertThat(lines.get(0).split(","))
        .containsExactly(
            "requested_amount",
            "utilisation",
            "last_payment_ratio",
            "worst_status_24m",
            "open_debt",
            "open_loans",
            "enquiries_90d",
            "months_in_network",
            "sex",
            "marriage",
            "age",
            "bad");
    long bad = lines.stream().filter(line -> line.endsWith(",1")).count();
    assertThat(bad * 100 / rows).isBetween(10L, 35L);
  }

  private static GeneratedBorrowers cast(int count, long seed) {
    return new GeneratedBorrowers(
        count, seed, new Identities("r1", seed, LocalDate.of(2026, 3, 1)));
  }
}
