package org.shouxin.risk.scorecard.model;

import java.util.List;

/**
 * A feature of a card: {@code edges} cut the line into {@code edges.size() + 1} bins, each edge
 * belonging to the bin below it. The first and the last bin are open, so every number has a bin; an
 * absent value has the missing bin.
 *
 * @param name vocabulary name, see {@link Feature}
 * @param kind NUMERIC
 * @param coefficient of the weight of evidence in the log odds of turning bad; never positive
 * @param missing bin of an absent value; the evidence of the worst bin when training saw too few
 * @param missingTrained whether the missing bin was learnt from training rows
 */
public record CardFeature(
    String name,
    String kind,
    double coefficient,
    double informationValue,
    List<Double> edges,
    List<CardBin> bins,
    CardBin missing,
    boolean missingTrained) {

  public static final String NUMERIC = "NUMERIC";
  private static final int BINS_MAX = 100;

  public CardFeature {
    edges = List.copyOf(CardInvalid.present("/edges", edges));
    bins = List.copyOf(CardInvalid.present("/bins", bins));
    CardInvalid.present("/missing", missing);
  }

  public Feature feature() {
    return Feature.of(name).orElseThrow();
  }

  void check(String pointer, double factor) {
    if (name != null && Feature.PROTECTED_TRAITS.contains(name)) {
      throw new CardInvalid(
          pointer + "/name", "CARD_PROTECTED_TRAIT", "a protected trait must not be scored on");
    }
    if (name == null || Feature.of(name).isEmpty()) {
      throw new CardInvalid(
          pointer + "/name", "CARD_FEATURE_KNOWN", "not a feature of the vocabulary");
    }
    if (!NUMERIC.equals(kind)) {
      throw new CardInvalid(pointer + "/kind", "CARD_KIND_KNOWN", "kind must be NUMERIC");
    }
    if (CardInvalid.finite(pointer + "/coefficient", coefficient) > 0) {
      throw new CardInvalid(
          pointer + "/coefficient", "CARD_SIGN", "more evidence of good must not cost points");
    }
    CardInvalid.finite(pointer + "/informationValue", informationValue);
    checkEdges(pointer);
    for (int i = 0; i < bins.size(); i++) {
      bins.get(i).check(pointer + "/bins/" + i, coefficient, factor);
    }
    missing.check(pointer + "/missing", coefficient, factor);
  }

  private void checkEdges(String pointer) {
    if (bins.size() != edges.size() + 1 || bins.size() > BINS_MAX) {
      throw new CardInvalid(
          pointer + "/bins", "CARD_BINS_MATCH_EDGES", "one bin more than edges, at most 100");
    }
    for (int i = 0; i < edges.size(); i++) {
      CardInvalid.finite(pointer + "/edges/" + i, edges.get(i));
      if (i > 0 && edges.get(i) <= edges.get(i - 1)) {
        throw new CardInvalid(pointer + "/edges/" + i, "CARD_EDGES_RISE", "edges must rise");
      }
    }
  }
}
