package org.shouxin.risk.scorecard.card;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.shouxin.risk.dataset.ColumnSpec.Kind;
import org.shouxin.risk.dataset.Row;
import org.shouxin.risk.dataset.RowReader;

/** A card laid out for speed: break arrays searched by halving, level maps, whole points summed. */
public final class CardScorer {

  /** Bin of an absent value. */
  public static final int MISSING = -1;

  /** Bin of a level that training never saw. */
  public static final int UNSEEN = -2;

  private final Scorecard card;
  private final RowReader rows;
  private final int basePoints;
  private final String[] names;
  private final double[][] edges;
  private final double[][] specials;
  private final List<Map<String, Integer>> levels = new ArrayList<>();
  private final int[][] points;
  private final int[] missingPoints;
  private final int[] unseenPoints;
  private final int[] bestPoints;

  public CardScorer(Scorecard card) {
    this.card = card;
    basePoints = card.basePoints();
    int size = card.features().size();
    names = new String[size];
    edges = new double[size][];
    specials = new double[size][];
    points = new int[size][];
    missingPoints = new int[size];
    unseenPoints = new int[size];
    bestPoints = new int[size];
    for (int i = 0; i < size; i++) {
      layOut(i, card.features().get(i));
    }
    rows =
        new RowReader(
            card.features().stream()
                .map(each -> new RowReader.Slot(each.name(), kind(each)))
                .toList());
  }

  private void layOut(int i, CardFeature feature) {
    names[i] = feature.name();
    edges[i] = feature.edges().stream().mapToDouble(Double::doubleValue).toArray();
    specials[i] = feature.specials().stream().mapToDouble(SpecialBin::value).toArray();
    points[i] =
        IntStream.concat(
                feature.bins().stream().mapToInt(CardBin::points),
                feature.specials().stream().mapToInt(each -> each.bin().points()))
            .toArray();
    missingPoints[i] = feature.missing().points();
    unseenPoints[i] = feature.unseen() == null ? missingPoints[i] : feature.unseen().points();
    Map<String, Integer> binOf = null;
    if (!feature.numeric()) {
      binOf = new HashMap<>();
      for (int bin = 0; bin < feature.levels().size(); bin++) {
        for (String level : feature.levels().get(bin)) {
          binOf.put(level, bin);
        }
      }
    }
    levels.add(binOf);
    bestPoints[i] = IntStream.of(points[i]).reduce(missingPoints[i], Math::max);
  }

  private static Kind kind(CardFeature feature) {
    return feature.numeric() ? Kind.NUMERIC : Kind.CATEGORICAL;
  }

  public Scorecard card() {
    return card;
  }

  /** Lays out rows for this card. */
  public RowReader rows() {
    return rows;
  }

  /** The score alone. */
  public int points(Row row) {
    int score = basePoints;
    for (int i = 0; i < points.length; i++) {
      score += pointsOf(i, binOf(i, row));
    }
    return score;
  }

  /** Probability of turning bad that the row's score stands for. */
  public double probabilityOfBad(Row row) {
    return card.scaling().probabilityOfBad(points(row));
  }

  /** The score with the points of each feature. */
  public CardScore score(Row row) {
    int score = basePoints;
    List<CardScore.FeaturePoints> parts = new ArrayList<>(points.length);
    for (int i = 0; i < points.length; i++) {
      int bin = binOf(i, row);
      int got = pointsOf(i, bin);
      score += got;
      parts.add(new CardScore.FeaturePoints(names[i], bin, got, bestPoints[i] - got));
    }
    return new CardScore(score, parts);
  }

  private int pointsOf(int feature, int bin) {
    if (bin >= 0) {
      return points[feature][bin];
    }
    return bin == MISSING ? missingPoints[feature] : unseenPoints[feature];
  }

  private int binOf(int feature, Row row) {
    Map<String, Integer> byLevel = levels.get(feature);
    if (byLevel != null) {
      String level = row.level(feature);
      return level == null ? MISSING : byLevel.getOrDefault(level, UNSEEN);
    }
    double value = row.number(feature);
    if (Double.isNaN(value)) {
      return MISSING;
    }
    double[] special = specials[feature];
    for (int i = 0; i < special.length; i++) {
      if (special[i] == value) {
        return edges[feature].length + 1 + i;
      }
    }
    return Breaks.binOf(edges[feature], value);
  }
}
