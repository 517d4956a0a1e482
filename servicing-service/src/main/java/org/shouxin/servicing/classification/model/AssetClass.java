package org.shouxin.servicing.classification.model;

/** The five classes of an asset, the better ones first; the ordinal is the rank in the database. */
public enum AssetClass {
  NORMAL,
  SPECIAL_MENTION,
  SUBSTANDARD,
  DOUBTFUL,
  LOSS;

  /** The class of a rank. */
  public static AssetClass of(int rank) {
    return values()[rank];
  }

  public int rank() {
    return ordinal();
  }

  public AssetClass worse(AssetClass other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
