package org.shouxin.risk.dataset;

import java.util.List;

/**
 * What a column of a file is and what a run may do with it.
 *
 * @param special values of a numeric column that stand for something else than their size (-1 for
 *     "no account"); each gets a bin of its own
 * @param monotone -1, 0 or 1: boosted trees must let the risk fall (-1) or rise (1) with the value
 */
public record ColumnSpec(
    String name, Kind kind, Role role, List<Double> special, Integer monotone) {

  /** How its cells are read. */
  public enum Kind {
    NUMERIC,
    CATEGORICAL
  }

  /** A trait is measured and never scored on; the period is a month, for stability over time. */
  public enum Role {
    FEATURE,
    TRAIT,
    TARGET,
    PERIOD,
    IGNORED
  }

  public ColumnSpec {
    special = special == null ? List.of() : List.copyOf(special);
    monotone = monotone == null ? 0 : monotone;
    if (name == null || name.isBlank() || kind == null || role == null) {
      throw new DataRefused("SCHEMA_COMPLETE", "a column needs a name, a kind and a role");
    }
    if (Math.abs(monotone) > 1
        || kind == Kind.CATEGORICAL && (monotone != 0 || !special.isEmpty())) {
      throw new DataRefused(
          "SCHEMA_MONOTONE", name + ": monotone is -1, 0 or 1, and for numbers only");
    }
    for (double value : special) {
      if (!Double.isFinite(value)) {
        throw new DataRefused("SCHEMA_SPECIAL_FINITE", name + ": special values are finite");
      }
    }
  }

  public static ColumnSpec of(String name, Kind kind, Role role) {
    return new ColumnSpec(name, kind, role, List.of(), 0);
  }

  ColumnSpec as(Role other) {
    return new ColumnSpec(name, kind, other, special, monotone);
  }

  ColumnSpec rising(int direction) {
    return new ColumnSpec(name, kind, role, special, direction);
  }

  boolean isFeature() {
    return role == Role.FEATURE;
  }
}
