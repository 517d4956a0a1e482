package org.shouxin.risk.dataset;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Traits no model may score on, recognised by a word of the column's name: sex, age, marriage,
 * origin, belief, health. They are measured, so that unfairness shows (PIPL Art. 24).
 */
public final class ProtectedTraits {

  private static final Set<String> WORDS =
      Set.of(
          "sex",
          "gender",
          "age",
          "birth",
          "birthday",
          "birthdate",
          "marriage",
          "marital",
          "married",
          "foreign",
          "foreigner",
          "nationality",
          "ethnicity",
          "ethnic",
          "race",
          "religion",
          "belief",
          "disability",
          "pregnant");

  private ProtectedTraits() {}

  public static boolean isProtected(String column) {
    return Arrays.stream(
            column.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT).split("[^a-z]+"))
        .anyMatch(WORDS::contains);
  }
}
