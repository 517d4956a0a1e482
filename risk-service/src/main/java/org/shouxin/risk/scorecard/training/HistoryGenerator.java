package org.shouxin.risk.scorecard.training;

import java.util.List;
import java.util.Locale;
import org.shouxin.risk.dataset.SplitMix64;

/**
 * Draws a lending history with a known truth, for the bundled card, demonstrations and tests.
 *
 * <p>Each row draws, independent of each other unless said: an unseen carefulness z ~ N(0,1);
 * income 8000 e^(0.5 N) CNY a month; the amount asked, 0.5 to 6 incomes; a term; months in network,
 * exponential with mean 60; nine rows in ten have a bureau record whose utilisation, lateness,
 * enquiries, loans and debt worsen with -z. The truth is
 *
 * <pre>ln odds(bad) = -4.0 + 2.0 utilisation + 0.75 worst_status + 0.12 enquiries
 *   + 0.10 open_loans - 0.9 last_payment_ratio + 1.4 debt_to_income
 *   + 0.9 (months_in_network under 12) + 0.12 amount / income + 0.01 term + 0.4 N</pre>
 *
 * where a row without a bureau record counts as utilisation 0.6, nothing late, no enquiry, no loan,
 * last payment 0.2. Sex, marriage and age are drawn apart and have no part in it.
 */
public final class HistoryGenerator {

  public static final List<String> HEADER =
      List.of(
          "requested_amount",
          "term_months",
          "utilisation",
          "last_payment_ratio",
          "worst_status_24m",
          "open_debt",
          "open_loans",
          "enquiries_90d",
          "months_in_network",
          "debt_to_income",
          "sex",
          "marriage",
          "age",
          "bad");

  private static final int[] TERMS_MONTHS = {3, 6, 9, 12, 18, 24, 36};
  private static final double BUREAU_SHARE = 0.9;
  private static final Bureau NO_RECORD = new Bureau(0.6, 0.2, 0, 0, 0, 0);

  private final SplitMix64 random;

  public HistoryGenerator(long seed) {
    random = new SplitMix64(seed);
  }

  /** The next row, in the order of the header. */
  public List<String> next() {
    double carefulness = random.nextGaussian();
    double income = 8_000 * StrictMath.exp(0.5 * random.nextGaussian());
    double incomes = 0.5 + 5.5 * random.nextDouble();
    long hundreds = Math.round(Math.min(200_000, Math.max(1_000, income * incomes)) / 100);
    int term = TERMS_MONTHS[random.nextInt(TERMS_MONTHS.length)];
    long months = Math.min(240, Math.round(60 * -StrictMath.log(1 - random.nextDouble())));
    boolean recorded = random.nextDouble() < BUREAU_SHARE;
    Bureau drawn = bureau(carefulness, income);
    Bureau bureau = recorded ? drawn : NO_RECORD;
    double burden = twoPlaces(Math.min(1.5, 0.05 + bureau.debt / income / 24 + draw(0.08)));
    double logit =
        -4.0
            + 2.0 * bureau.utilisation
            + 0.75 * bureau.worstStatus
            + 0.12 * bureau.enquiries
            + 0.10 * bureau.loans
            - 0.9 * bureau.lastPayment
            + 1.4 * burden
            + (months < 12 ? 0.9 : 0)
            + 0.12 * hundreds * 100 / income
            + 0.01 * term
            + 0.4 * random.nextGaussian();
    boolean bad = random.nextDouble() < 1 / (1 + StrictMath.exp(-logit));
    return List.of(
        Long.toString(hundreds * 100),
        Integer.toString(term),
        recorded ? written(bureau.utilisation) : "",
        recorded ? written(bureau.lastPayment) : "",
        recorded ? Integer.toString(bureau.worstStatus) : "",
        recorded ? Long.toString(bureau.debt) : "",
        recorded ? Integer.toString(bureau.loans) : "",
        recorded ? Integer.toString(bureau.enquiries) : "",
        Long.toString(months),
        written(burden),
        random.nextDouble() < 0.5 ? "F" : "M",
        random.nextDouble() < 0.55 ? "MARRIED" : "SINGLE",
        Integer.toString(18 + random.nextInt(48)),
        bad ? "1" : "0");
  }

  private Bureau bureau(double carefulness, double income) {
    double use = 1 / (1 + StrictMath.exp(0.4 + 0.9 * carefulness + 0.9 * random.nextGaussian()));
    double paid = 1 / (1 + StrictMath.exp(1.0 - 1.2 * carefulness + random.nextGaussian()));
    double late = -1.1 - 0.8 * carefulness + random.nextGaussian();
    int loans = count(1.6 - 0.5 * carefulness, 12);
    long debt = Math.round(loans * income * (0.4 + 1.6 * random.nextDouble()) / 100) * 100;
    return new Bureau(
        twoPlaces(use),
        twoPlaces(paid),
        late <= 0 ? 0 : Math.min(6, 1 + (int) (late * 1.5)),
        loans,
        debt,
        count(1.5 - 0.8 * carefulness, 15));
  }

  /** A count scattered around a mean, never negative. */
  private int count(double mean, int max) {
    double drawn = mean * (0.4 + random.nextDouble()) + 0.8 * random.nextGaussian();
    return (int) Math.min(max, Math.max(0, Math.round(drawn)));
  }

  private double draw(double spread) {
    return spread * Math.abs(random.nextGaussian());
  }

  private static double twoPlaces(double value) {
    return Math.rint(value * 100) / 100;
  }

  private static String written(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private record Bureau(
      double utilisation,
      double lastPayment,
      int worstStatus,
      int loans,
      long debt,
      int enquiries) {}
}
