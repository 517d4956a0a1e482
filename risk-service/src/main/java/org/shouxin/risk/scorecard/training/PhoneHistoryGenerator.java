package org.shouxin.risk.scorecard.training;

import java.util.List;
import java.util.Locale;
import org.shouxin.risk.dataset.SplitMix64;

/**
 * Draws a history of credit lines opened from a phone number, with a known truth, to train and test
 * the phone-credit and the will-vanish model on.
 *
 * <p>Each row draws an unseen rootedness r ~ N(0,1) and an unseen carefulness c ~ N(0,1), half
 * correlated. Number age, stable contacts and regular top-ups grow with r; changed SIM cards, idle
 * days, shared devices and unanswered calls with -r; monthly spending and use of the line worsen
 * with -c. The truths are
 *
 * <pre>ln odds(bad) = -2.6 - 0.8 c + 1.6 line_use + 0.5 sim_changes - 0.008 months_with_number
 *   + 0.35 shared_device + 0.4 (PREPAID) + 0.5 N
 * ln odds(vanished) = -3.2 - 1.0 r + 0.7 sim_changes + 0.08 idle_days - 1.2 top5_stability
 *   + 0.6 shared_device + 0.5 (PREPAID) + 0.4 N</pre>
 *
 * Sex and age are drawn apart and have no part in it.
 */
public final class PhoneHistoryGenerator {

  private static final String[] DEVICES = {"ENTRY", "MIDDLE", "UPPER"};

  private final SplitMix64 random;
  private final String target;

  /**
   * @param target {@code bad} or {@code vanished}: a file holds one outcome, for the other is known
   *     only afterwards
   */
  public PhoneHistoryGenerator(long seed, String target) {
    random = new SplitMix64(seed);
    this.target = target;
  }

  public List<String> header() {
    return List.of(
        "months_with_number",
        "sim_changes_12m",
        "contacts_30d",
        "top5_stability",
        "night_call_share",
        "answered_share",
        "idle_days_30d",
        "topup_gap_days",
        "monthly_spending",
        "line_use",
        "devices_12m",
        "device_shared_by",
        "device_class",
        "plan",
        "sex",
        "age",
        "month",
        target);
  }

  /** The next row; months run from 2024-01 as the rows do. */
  public List<String> next(int row, int rows) {
    double rooted = random.nextGaussian();
    double careful = 0.5 * rooted + StrictMath.sqrt(0.75) * random.nextGaussian();
    long age = Math.round(Math.min(240, 40 * StrictMath.exp(0.5 * rooted + draw(0.5))));
    int changes = count(0.5 - 0.5 * rooted, 6);
    int idle = count(2.5 - 1.5 * rooted, 30);
    double stability = share(0.9 * rooted + draw(0.7));
    double use = share(-0.4 - 0.9 * careful + draw(0.8));
    int sharedBy = count(0.2 - 0.4 * rooted, 5);
    boolean prepaid = random.nextDouble() < share(0.2 - 0.5 * rooted);
    double logit =
        target.equals("vanished")
            ? -3.2
                - rooted
                + 0.7 * changes
                + 0.08 * idle
                - 1.2 * stability
                + 0.6 * sharedBy
                + (prepaid ? 0.5 : 0)
                + draw(0.4)
            : -2.6
                - 0.8 * careful
                + 1.6 * use
                + 0.5 * changes
                - 0.008 * age
                + 0.35 * sharedBy
                + (prepaid ? 0.4 : 0)
                + draw(0.5);
    boolean outcome = random.nextDouble() < share(logit);
    int month = (int) (12L * row / rows);
    boolean details = random.nextInt(12) > 0;
    return List.of(
        Long.toString(age),
        Integer.toString(changes),
        details ? Integer.toString(count(25 + 8 * rooted, 200)) : "",
        details ? written(stability) : "",
        details ? written(share(-1.2 - 0.4 * careful + draw(0.5))) : "",
        details ? written(share(1.2 + 0.5 * rooted + draw(0.5))) : "",
        Integer.toString(idle),
        Integer.toString(count(18 - 5 * rooted, 90)),
        Long.toString(Math.round(60 * StrictMath.exp(0.3 * careful + draw(0.4)))),
        written(use),
        Integer.toString(1 + count(0.4 - 0.3 * rooted, 4)),
        Integer.toString(sharedBy),
        DEVICES[random.nextInt(3)],
        prepaid ? "PREPAID" : "POSTPAID",
        random.nextDouble() < 0.5 ? "F" : "M",
        Integer.toString(18 + random.nextInt(48)),
        String.format(Locale.ROOT, "2024-%02d", month + 1),
        outcome ? "1" : "0");
  }

  private double draw(double spread) {
    return spread * random.nextGaussian();
  }

  private int count(double mean, int max) {
    double drawn = mean * (0.4 + random.nextDouble()) + 0.5 * random.nextGaussian();
    return (int) Math.min(max, Math.max(0, Math.round(drawn)));
  }

  private static double share(double logit) {
    return 1 / (1 + StrictMath.exp(-logit));
  }

  private static String written(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
