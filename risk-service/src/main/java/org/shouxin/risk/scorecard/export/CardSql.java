package org.shouxin.risk.scorecard.export;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.shouxin.risk.scorecard.card.CardBin;
import org.shouxin.risk.scorecard.card.CardFeature;
import org.shouxin.risk.scorecard.card.Scorecard;
import org.shouxin.risk.scorecard.card.SpecialBin;

/**
 * A card as one SQL expression in whole points, the same as the scorer gives: numbers are compared
 * as {@code double precision}, levels as trimmed text, an absent value or empty text is missing.
 * Standard SQL as PostgreSQL reads it.
 */
public final class CardSql {

  private CardSql() {}

  /** A query that gives every column of the table and the score. */
  public static String query(Scorecard card, String table) {
    return "select t.*, " + expression(card) + " as score\nfrom " + name(table) + " t\n";
  }

  public static String expression(Scorecard card) {
    return card.features().stream()
        .map(each -> each.numeric() ? numeric(each) : categorical(each))
        .collect(Collectors.joining("\n  + ", card.basePoints() + "\n  + ", ""));
  }

  private static String numeric(CardFeature feature) {
    String column = "cast(" + name(feature.name()) + " as double precision)";
    StringBuilder sql = new StringBuilder("case");
    when(sql, name(feature.name()) + " is null", feature.missing());
    for (SpecialBin special : feature.specials()) {
      when(sql, column + " = " + number(special.value()), special.bin());
    }
    for (int i = 0; i < feature.edges().size(); i++) {
      when(sql, column + " <= " + number(feature.edges().get(i)), feature.bins().get(i));
    }
    CardBin last = feature.bins().get(feature.bins().size() - 1);
    return sql.append(" else ").append(last.points()).append(" end").toString();
  }

  private static String categorical(CardFeature feature) {
    String column = "trim(" + name(feature.name()) + ")";
    StringBuilder sql = new StringBuilder("case");
    when(sql, "coalesce(" + column + ", '') = ''", feature.missing());
    for (int i = 0; i < feature.bins().size(); i++) {
      List<String> levels = feature.levels().get(i);
      if (!levels.isEmpty()) {
        String texts = levels.stream().map(CardSql::text).collect(Collectors.joining(", "));
        when(sql, column + " in (" + texts + ")", feature.bins().get(i));
      }
    }
    return sql.append(" else ").append(feature.unseen().points()).append(" end").toString();
  }

  private static void when(StringBuilder sql, String condition, CardBin bin) {
    sql.append(" when ").append(condition).append(" then ").append(bin.points());
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).toPlainString();
  }

  private static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String text(String level) {
    return '\'' + level.replace("'", "''") + '\'';
  }
}
