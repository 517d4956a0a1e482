package org.shouxin.localstack.story.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Borrowers drawn from a seed, and past loans of the same process to train on.
 *
 * <p>Each draws a carefulness z ~ N(0,1) nobody sees, and facts that lean on it: utilisation, last
 * payment, worst status, enquiries, open loans, debt. Who stops paying is drawn with
 *
 * <pre>ln odds = -2.2 + 2.4 (utilisation - 0.4) + 0.7 worst status + 0.25 enquiries
 *   - 1.2 (last payment - 0.4) + 1.0 (months in network under 12) + 0.5 N</pre>
 *
 * In a run of twelve or more, every fifth borrower is one of those who look well and stop all the
 * same, so that even a short story has something to collect. In a run of eight or more, every tenth
 * is new to the bureau and asks for more than may be lent without a record: a person must decide.
 * Of the past loans every tenth was a newcomer's too, half as likely to stop as its facts say.
 */
public final class GeneratedBorrowers implements Cast {

  private static final int HISTORY_ROWS = 8_000;
  private static final int TERM_MONTHS = 6;
  private static final int SURPRISE_EVERY = 5;
  private static final int SURPRISES_FROM_COUNT = 12;
  private static final int NEWCOMER_EVERY = 10;
  private static final int NEWCOMERS_FROM_COUNT = 8;
  private static final double LOOKS_WELL_BELOW = -1.9;
  private static final String[] METHODS = {
    "EQUAL_INSTALMENT", "EQUAL_INSTALMENT", "EQUAL_INSTALMENT", "EQUAL_PRINCIPAL"
  };
  private static final String[] PURPOSES = {
    "DAILY_CONSUMPTION", "EDUCATION", "MEDICAL", "HOME_IMPROVEMENT", "TRAVEL", "DURABLE_GOODS"
  };

  private record Draw(Wish wish, double logOdds, boolean stops, int age, boolean male) {}

  private final long seed;
  private final List<BorrowerPlan> plans = new ArrayList<>();

  public GeneratedBorrowers(int count, long seed, Identities identities) {
    this.seed = seed;
    Random random = new Random(seed);
    for (int n = 1; n <= count; n++) {
      Draw draw = draw(random);
      if (count >= SURPRISES_FROM_COUNT && n % SURPRISE_EVERY == 2) {
        while (!draw.stops() || draw.logOdds() > LOOKS_WELL_BELOW) {
          draw = draw(random);
        }
      }
      Persona person = identities.person(n, draw.age(), draw.male());
      if (count >= NEWCOMERS_FROM_COUNT && n % NEWCOMER_EVERY == 4) {
        plans.add(newcomer(person));
        continue;
      }
      plans.add(
          new BorrowerPlan(person, draw.wish(), conducts(draw.stops(), random), draw.stops()));
    }
  }

  @Override
  public String origin() {
    return "%d generated borrowers, seed %d".formatted(plans.size(), seed);
  }

  @Override
  public List<BorrowerPlan> borrowers() {
    return Collections.unmodifiableList(plans);
  }

  @Override
  public int writeHistory(Path csv) throws IOException {
    Random random = new Random(~seed);
    List<HistoryCsv.Row> rows = new ArrayList<>();
    for (int i = 0; i < HISTORY_ROWS; i++) {
      Draw draw = draw(random);
      String marriage = random.nextBoolean() ? "MARRIED" : "SINGLE";
      boolean newcomer = i % NEWCOMER_EVERY == 4;
      rows.add(
          new HistoryCsv.Row(
              newcomer ? withoutBureau(draw.wish().features()) : draw.wish().features(),
              draw.stops() && (!newcomer || random.nextBoolean()),
              draw.male() ? "M" : "F",
              marriage,
              draw.age()));
    }
    HistoryCsv.write(csv, rows);
    return rows.size();
  }

  /** What is known of somebody new to the bureau, so that the card learns what that means. */
  private static Map<String, String> withoutBureau(Map<String, String> features) {
    Map<String, String> known = new LinkedHashMap<>(features);
    known.keySet().retainAll(Set.of("requested_amount", "months_in_network"));
    return known;
  }

  private static Draw draw(Random random) {
    double careful = random.nextGaussian();
    long income = Math.round(6_000 * Math.exp(0.4 * random.nextGaussian()) / 100) * 100;
    long amount =
        Math.max(1_000, Math.round(income * (0.4 + 1.2 * random.nextDouble()) / 100) * 100);
    Wish.Bureau bureau = bureau(careful, income, random);
    int months = 3 + (int) Math.min(200, -50 * Math.log(1 - random.nextDouble()));
    long debtService = bureau.openDebtYuan() * 3 / 100;
    double logOdds =
        -2.2
            + 2.4 * (bureau.utilisationPercent() / 100.0 - 0.4)
            + 0.7 * bureau.worstStatus24m()
            + 0.25 * bureau.enquiries90d()
            - 1.2 * (bureau.lastPaymentPercent() / 100.0 - 0.4)
            + (months < 12 ? 1.0 : 0);
    double noise = 0.5 * random.nextGaussian();
    boolean stops = random.nextDouble() < 1 / (1 + Math.exp(-logOdds - noise));
    Wish wish =
        new Wish(
            amount,
            TERM_MONTHS,
            METHODS[random.nextInt(METHODS.length)],
            PURPOSES[random.nextInt(PURPOSES.length)],
            income,
            debtService,
            Optional.of(bureau),
            months,
            features(amount, bureau, months));
    return new Draw(wish, logOdds, stops, 20 + random.nextInt(40), random.nextBoolean());
  }

  private static BorrowerPlan newcomer(Persona person) {
    Wish wish =
        new Wish(
            24_000,
            TERM_MONTHS,
            "EQUAL_INSTALMENT",
            "EDUCATION",
            30_000,
            0,
            Optional.empty(),
            60,
            Map.of());
    return new BorrowerPlan(person, wish, Collections.nCopies(TERM_MONTHS, Conduct.ON_TIME), false);
  }

  private static Wish.Bureau bureau(double careful, long income, Random random) {
    int loans = count(1.2 - 0.4 * careful, 8, random);
    long debt = Math.round(loans * income * (0.1 + 0.5 * random.nextDouble()) / 100) * 100;
    double late = -1.2 - 0.8 * careful + random.nextGaussian();
    return new Wish.Bureau(
        loans,
        debt,
        count(1.2 - 0.7 * careful, 10, random),
        late <= 0 ? 0 : Math.min(6, 1 + (int) late),
        percent(-0.5 - 0.9 * careful + 0.8 * random.nextGaussian()),
        percent(-0.6 + 1.1 * careful + 0.9 * random.nextGaussian()));
  }

  private static Map<String, String> features(long amount, Wish.Bureau bureau, int months) {
    Map<String, String> features = new LinkedHashMap<>(HistoryCsv.features(amount, bureau));
    features.put("open_loans", Integer.toString(bureau.openLoans()));
    features.put("enquiries_90d", Integer.toString(bureau.enquiries90d()));
    features.put("months_in_network", Integer.toString(months));
    return features;
  }

  /**
   * Who stops pays some instalments first; of the others most pay in time, some late or in part.
   */
  private static List<Conduct> conducts(boolean stops, Random random) {
    int lastMet = stops ? random.nextInt(4) : TERM_MONTHS;
    boolean forgetful = random.nextInt(4) == 0;
    List<Conduct> conducts = new ArrayList<>();
    for (int n = 1; n <= TERM_MONTHS; n++) {
      if (n > lastMet) {
        conducts.add(Conduct.NOTHING);
      } else if (forgetful && random.nextInt(3) == 0) {
        Conduct late = Conduct.late(random.nextBoolean() ? 2 : 8 + random.nextInt(14));
        conducts.add(random.nextInt(3) == 0 ? late.withPart(40) : late);
      } else {
        conducts.add(Conduct.ON_TIME);
      }
    }
    return conducts;
  }

  private static int count(double mean, int max, Random random) {
    double drawn = mean * (0.4 + random.nextDouble()) + 0.8 * random.nextGaussian();
    return (int) Math.min(max, Math.max(0, Math.round(drawn)));
  }

  private static int percent(double logit) {
    return (int) Math.round(100 / (1 + Math.exp(-logit)));
  }
}
