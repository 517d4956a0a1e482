package org.shouxin.localstack.story.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Borrowers whose asking and paying follow rows of the Taiwan credit-card file (I-C. Yeh, UCI).
 *
 * <p>The mapping. Money: NT$ 5 count as CNY 1, so that the file's largest line (NT$ 1,000,000)
 * meets the product's ceiling of CNY 200,000. Asked: LIMIT_BAL, over six months in equal
 * instalments. Known at application: April only, the first month of the file: utilisation BILL_AMT6
 * / LIMIT_BAL, last payment PAY_AMT6 / BILL_AMT6 (whole when nothing was billed), worst status
 * PAY_6, open debt BILL_AMT6. Conduct: instalments 1 to 5 follow PAY_5, PAY_4, PAY_3, PAY_2, PAY_0
 * (May to September) with PAY_AMT5 to PAY_AMT1; the sixth follows {@code
 * default_payment_next_month}. So nothing that happens after the application is a feature of it.
 *
 * <p>The file has no income: it is taken as half the amount asked, at least CNY 3,000, and debt
 * service as 3 % of the open debt; neither is trained on.
 */
public final class TaiwanBorrowers implements Cast {

  static final int NT_DOLLARS_PER_YUAN = 5;
  static final int TERM_MONTHS = 6;
  private static final int AGE_MAX = 63;
  private static final long AMOUNT_MAX_YUAN = 200_000;
  private static final long INCOME_MIN_YUAN = 3_000;
  private static final int MONTHS_IN_NETWORK_MIN = 24;

  private final List<TaiwanRow> rows;
  private final List<TaiwanRow> chosen;
  private final List<BorrowerPlan> plans;

  private TaiwanBorrowers(List<TaiwanRow> rows, int count, long seed, Identities identities) {
    this.rows = rows;
    this.chosen = choose(rows, count, seed);
    this.plans = new ArrayList<>();
    for (TaiwanRow row : chosen) {
      Persona person = identities.person(plans.size() + 1, row.age(), row.male());
      plans.add(plan(row, person));
    }
  }

  public static TaiwanBorrowers read(Path file, int count, long seed, Identities identities)
      throws IOException {
    return of(TaiwanRow.readAll(file), count, seed, identities);
  }

  static TaiwanBorrowers of(List<TaiwanRow> rows, int count, long seed, Identities identities) {
    return new TaiwanBorrowers(rows, count, seed, identities);
  }

  @Override
  public String origin() {
    return "%d rows of %d in the Taiwan credit-card file".formatted(chosen.size(), rows.size());
  }

  @Override
  public List<BorrowerPlan> borrowers() {
    return Collections.unmodifiableList(plans);
  }

  @Override
  public int writeHistory(Path csv) throws IOException {
    Set<String> borrowers = new HashSet<>();
    chosen.forEach(row -> borrowers.add(row.contentWithoutId()));
    List<TaiwanRow> past =
        rows.stream().filter(row -> !borrowers.contains(row.contentWithoutId())).toList();
    HistoryCsv.write(
        csv,
        past.stream()
            .map(
                row ->
                    new HistoryCsv.Row(
                        wish(row).features(),
                        row.defaults(),
                        row.male() ? "M" : "F",
                        row.marriage(),
                        row.age()))
            .toList());
    return past.size();
  }

  /** Rows in the lender's age range, drawn without looking at how they end. */
  private static List<TaiwanRow> choose(List<TaiwanRow> rows, int count, long seed) {
    List<TaiwanRow> eligible =
        new ArrayList<>(rows.stream().filter(row -> row.age() <= AGE_MAX).toList());
    if (eligible.size() < count * 2) {
      throw new IllegalArgumentException(
          "%d borrowers want at least %d rows, the file has %d"
              .formatted(count, count * 2, eligible.size()));
    }
    Collections.shuffle(eligible, new Random(seed));
    return List.copyOf(eligible.subList(0, count));
  }

  static BorrowerPlan plan(TaiwanRow row, Persona person) {
    List<Conduct> conducts = new ArrayList<>();
    for (int month = 1; month < TERM_MONTHS; month++) {
      conducts.add(conduct(row, month));
    }
    conducts.add(row.defaults() ? Conduct.NOTHING : Conduct.ON_TIME);
    return new BorrowerPlan(person, wish(row), conducts, row.defaults());
  }

  /**
   * The conduct in a month of the file. Not late: paid in full with what was open before. Late by
   * one month: caught up ten days after. Late by more: what was paid that month is in the account
   * on the due date; the rest is caught up just before the next month if that month is not late,
   * else left open.
   */
  private static Conduct conduct(TaiwanRow row, int month) {
    int late = row.monthsLate(month);
    if (late <= 0) {
      return Conduct.ON_TIME;
    }
    boolean paidByNext =
        month == TERM_MONTHS - 1 ? !row.defaults() : row.monthsLate(month + 1) <= 0;
    Conduct when = !paidByNext ? Conduct.NOTHING : Conduct.late(late == 1 ? 10 : 26);
    return when.withPart(partPercent(row, month));
  }

  /** What was paid in the month, over an instalment of a loan as large as the line. */
  private static int partPercent(TaiwanRow row, int month) {
    long percent = row.paid(month) * TERM_MONTHS * 100 / row.limit();
    return percent < 10 ? 0 : (int) Math.min(90, percent);
  }

  static Wish wish(TaiwanRow row) {
    long amount = Math.min(AMOUNT_MAX_YUAN, row.limit() / NT_DOLLARS_PER_YUAN);
    long bill = Math.max(0, row.billAtApplication());
    long debt = bill / NT_DOLLARS_PER_YUAN;
    int utilisation = (int) Math.min(200, bill * 100 / row.limit());
    int lastPayment = bill == 0 ? 100 : (int) Math.min(100, row.paidAtApplication() * 100 / bill);
    Wish.Bureau bureau =
        new Wish.Bureau(
            bill > 0 ? 1 : 0, debt, 0, row.statusAtApplication(), utilisation, lastPayment);
    return new Wish(
        amount,
        TERM_MONTHS,
        "EQUAL_INSTALMENT",
        "DAILY_CONSUMPTION",
        Math.max(INCOME_MIN_YUAN, amount / 2),
        debt * 3 / 100,
        Optional.of(bureau),
        MONTHS_IN_NETWORK_MIN + row.id() % 120,
        HistoryCsv.features(amount, bureau));
  }
}
