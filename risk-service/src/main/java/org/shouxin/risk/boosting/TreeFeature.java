package org.shouxin.risk.boosting;

import java.util.Map;
import java.util.TreeMap;
import org.shouxin.risk.dataset.ColumnSpec.Kind;
import org.shouxin.risk.dataset.ProtectedTraits;

/**
 * A feature the trees read.
 *
 * @param levels of a categorical feature: the number that stands for the level, the log odds of bad
 *     of its training rows, smoothed; a level not listed is read as absent
 * @param monotone -1, 0 or 1 as trained
 */
public record TreeFeature(String name, Kind kind, Map<String, Double> levels, int monotone) {

  public TreeFeature {
    if (name == null || name.isBlank() || kind == null) {
      throw new TreesInvalid("TREES_FEATURE_NAMED", "a feature needs a name and a kind");
    }
    if (ProtectedTraits.isProtected(name)) {
      throw new TreesInvalid("TREES_PROTECTED_TRAIT", "a protected trait must not be scored on");
    }
    levels = levels == null ? Map.of() : new TreeMap<>(levels);
  }
}
