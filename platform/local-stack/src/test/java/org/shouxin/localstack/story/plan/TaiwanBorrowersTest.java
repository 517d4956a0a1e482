package org.shouxin.localstack.story.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaiwanBorrowersTest {

  private static final String HEADER =
      "ID,LIMIT_BAL,SEX,EDUCATION,MARRIAGE,AGE,PAY_0,PAY_2,PAY_3,PAY_4,PAY_5,PAY_6,"
          + "BILL_AMT1,BILL_AMT2,BILL_AMT3,BILL_AMT4,BILL_AMT5,BILL_AMT6,"
          + "PAY_AMT1,PAY_AMT2,PAY_AMT3,PAY_AMT4,PAY_AMT5,PAY_AMT6,default_payment_next_month";

  private static final String IN_TIME =
      "1,5.00E+05,1,2,2,30,0,0,-1,0,-2,0,1,1,1,1,1,100000,9,9,9,9,9,5000,0";
  private static final String LATE =
      "2,120000,2,2,2,26,1,0,2,0,2,3,1,1,1,1,1,3261,0,1000,6000,1000,0,2000,0";
  private static final String STOPS =
      "3,20000,2,2,1,24,2,2,-1,-1,-2,-2,1,1,1,1,1,0,0,689,0,0,0,0,1";

  @TempDir Path directory;

  @Test
  void readsGzipAndNumbersWrittenWithAnExponent() throws IOException {
    List<TaiwanRow> rows = read(IN_TIME, LATE, STOPS);
    assertThat(rows).extracting(TaiwanRow::limit).containsExactly(500_000L, 120_000L, 20_000L);
    assertThat(rows).extracting(TaiwanRow::male).containsExactly(true, false, false);
    assertThat(rows.get(1).status()).containsExactly(3, 2, 0, 2, 0, 1);
    assertThat(rows.get(1).payments()).containsExactly(2000L, 0L, 1000L, 6000L, 1000L, 0L);
  }

  @Test
  void asksTheLineInYuanAndKnowsAprilOnly() throws IOException {
    Wish wish = TaiwanBorrowers.wish(read(IN_TIME).get(0));
    assertThat(wish.amountYuan()).isEqualTo(100_000);
    assertThat(wish.termMonths()).isEqualTo(6);
    assertThat(wish.bureau()).contains(new Wish.Bureau(1, 20_000, 0, 0, 20, 5));
    assertThat(wish.features())
        .containsEntry("utilisation", "0.20")
        .containsEntry("last_payment_ratio", "0.05")
        .containsEntry("worst_status_24m", "0")
        .doesNotContainKeys("sex", "age", "marriage");
  }

  @Test
  void nothingBilledCountsAsPaidInFull() throws IOException {
    assertThat(TaiwanBorrowers.wish(read(STOPS).get(0)).bureau())
        .contains(new Wish.Bureau(0, 0, 0, 0, 0, 100));
  }

  @Test
  void whoIsNeverLatePaysEveryInstalmentOnItsDay() throws IOException {
    BorrowerPlan plan = plan(IN_TIME);
    assertThat(plan.conducts()).containsOnly(Conduct.ON_TIME).hasSize(6);
    assertThat(plan.stopsPaying()).isFalse();
    assertThat(plan.defaultsFrom()).isZero();
  }

  @Test
  void lateMonthsAreCaughtUpWhenTheNextMonthIsNotLate() throws IOException {
    BorrowerPlan plan = plan(LATE);
    assertThat(plan.conducts())
        .containsExactly(
            new Conduct(0, OptionalInt.of(26)),
            Conduct.ON_TIME,
            new Conduct(30, OptionalInt.of(26)),
            Conduct.ON_TIME,
            new Conduct(0, OptionalInt.of(10)),
            Conduct.ON_TIME);
    assertThat(plan.firstLate()).isEqualTo(1);
  }

  @Test
  void whoDefaultsNextMonthStopsWithTheArrearsOpen() throws IOException {
    BorrowerPlan plan = plan(STOPS);
    assertThat(plan.stopsPaying()).isTrue();
    assertThat(plan.conducts().subList(0, 3)).containsOnly(Conduct.ON_TIME);
    assertThat(plan.conduct(4)).isEqualTo(new Conduct(20, OptionalInt.empty()));
    assertThat(plan.conduct(5)).isEqualTo(Conduct.NOTHING);
    assertThat(plan.conduct(6)).isEqualTo(Conduct.NOTHING);
    assertThat(plan.defaultsFrom()).isEqualTo(4);
  }

  @Test
  void theCardIsTrainedOnRowsThatAreNoBorrowersNorTheirDoubles() throws IOException {
    String doubleOfLate = LATE.replaceFirst("2,", "4,");
    String elsewhere = "5,90000,1,2,1,34,0,0,0,0,0,0,1,1,1,1,1,9000,1,1,1,1,1,1,1";
    List<TaiwanRow> rows = read(IN_TIME, LATE, STOPS, doubleOfLate, elsewhere);
    for (long seed = 1; seed <= 20; seed++) {
      TaiwanBorrowers cast = TaiwanBorrowers.of(rows, 1, seed, identities());
      Path csv = directory.resolve("history.csv");
      boolean late = cast.borrowers().get(0).wish().amountYuan() == 24_000;
      assertThat(cast.writeHistory(csv)).isEqualTo(late ? 3 : 4);
      List<String> lines = Files.readAllLines(csv);
      assertThat(lines.get(0))
          .isEqualTo(
              "requested_amount,utilisation,last_payment_ratio,worst_status_24m,open_debt,"
                  + "sex,marriage,age,bad");
      assertThat(lines.contains("24000,0.02,0.61,3,652,F,2,26,0")).isEqualTo(!late);
    }
  }

  @Test
  void refusesMoreBorrowersThanTheFileCanGive() throws IOException {
    List<TaiwanRow> rows = read(IN_TIME, LATE, STOPS);
    assertThatThrownBy(() -> TaiwanBorrowers.of(rows, 2, 1, identities()))
        .hasMessageContaining("2 borrowers want at least 4 rows");
  }

  private BorrowerPlan plan(String row) throws IOException {
    return TaiwanBorrowers.plan(read(row).get(0), identities().person(1, 30, true));
  }

  private static Identities identities() {
    return new Identities("r1", 1, LocalDate.of(2026, 3, 1));
  }

  private List<TaiwanRow> read(String... rows) throws IOException {
    Path file = directory.resolve("taiwan.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      String text = HEADER + "\n" + String.join("\n", rows) + "\n";
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return TaiwanRow.readAll(file);
  }
}
