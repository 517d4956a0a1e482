package org.shouxin.risk.scorecard.card;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shouxin.risk.dataset.ProtectedTraits;

/**
 * A feature of a card. Every value has a defined bin: a special value its own; a number the bin
 * between its edges, of which the first and the last are open; a level the bin that lists it, an
 * unlisted level the unseen bin; an absent value the missing bin.
 *
 * @param kind NUMERIC or CATEGORICAL
 * @param coefficient of the weight of evidence in the log odds of turning bad; never positive
 * @param edges of a numeric feature, rising; each belongs to the bin below it
 * @param levels of a categorical feature, by bin
 * @param missing bin of an absent value; the evidence of the worst bin when training saw too few
 * @param missingTrained whether the missing bin was learnt from training rows
 * @param special bins of a numeric feature's special values, looked at before the edges
 * @param unseen bin of a level training never saw: the worst bin's evidence
 */
public record CardFeature(
    String name,
    String kind,
    double coefficient,
    double informationValue,
    List<Double> edges,
    List<CardBin> bins,
    CardBin missing,
    boolean missingTrained,
    List<List<String>> levels,
    List<SpecialBin> special,
    CardBin unseen) {

  public static final String NUMERIC = "NUMERIC";
  public static final String CATEGORICAL = "CATEGORICAL";
  private static final int BINS_MAX = 100;

  public CardFeature {
    edges = List.copyOf(CardInvalid.present("/edges", edges));
    bins = List.copyOf(CardInvalid.present("/bins", bins));
    levels = levels == null ? null : levels.stream().map(List::copyOf).toList();
    special = special == null ? null : List.copyOf(special);
    CardInvalid.present("/missing", missing);
  }

  public boolean numeric() {
    return NUMERIC.equals(kind);
  }

  /** Of the live decision's vocabulary, if it is there. */
  public Optional<Feature> feature() {
    return Feature.of(name);
  }

  /** Special bins, none for most features. */
  public List<SpecialBin> specials() {
    return special == null ? List.of() : special;
  }

  void check(String pointer, double factor, boolean live) {
    if (name != null && ProtectedTraits.isProtected(name)) {
      throw new CardInvalid(
          pointer + "/name", "CARD_PROTECTED_TRAIT", "a protected trait must not be scored on");
    }
    if (name == null || name.isBlank() || live && feature().isEmpty()) {
      throw new CardInvalid(
          pointer + "/name", "CARD_FEATURE_KNOWN", "not a feature of the vocabulary");
    }
    if (!numeric() && (live || !CATEGORICAL.equals(kind))) {
      throw new CardInvalid(
          pointer + "/kind", "CARD_KIND_KNOWN", "NUMERIC, or CATEGORICAL beside the live decision");
    }
    if (CardInvalid.finite(pointer + "/coefficient", coefficient) > 0) {
      throw new CardInvalid(
          pointer + "/coefficient", "CARD_SIGN", "more evidence of good must not cost points");
    }
    CardInvalid.finite(pointer + "/informationValue", informationValue);
    if (numeric()) {
      checkEdges(pointer);
      checkSpecial(pointer, factor);
    } else {
      checkLevels(pointer, factor);
    }
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

  private void checkSpecial(String pointer, double factor) {
    if (levels != null || unseen != null) {
      throw new CardInvalid(pointer, "CARD_KIND_FITS", "levels are for categorical features");
    }
    Set<Double> seen = new HashSet<>();
    for (int i = 0; i < specials().size(); i++) {
      SpecialBin each = specials().get(i);
      String where = pointer + "/special/" + i;
      CardInvalid.present(where + "/bin", each.bin()).check(where + "/bin", coefficient, factor);
      if (!seen.add(CardInvalid.finite(where + "/value", each.value()))) {
        throw new CardInvalid(where, "CARD_SPECIAL_ONCE", "special value twice");
      }
    }
  }

  private void checkLevels(String pointer, double factor) {
    if (!edges.isEmpty() || special != null || levels == null || levels.size() != bins.size()) {
      throw new CardInvalid(pointer, "CARD_KIND_FITS", "levels for each bin, and no edges");
    }
    Set<String> seen = new HashSet<>();
    for (List<String> bin : levels) {
      for (String level : bin) {
        if (!seen.add(level)) {
          throw new CardInvalid(pointer + "/levels", "CARD_LEVEL_ONCE", "level in two bins");
        }
      }
    }
    CardInvalid.present(pointer + "/unseen", unseen)
        .check(pointer + "/unseen", coefficient, factor);
  }
}
