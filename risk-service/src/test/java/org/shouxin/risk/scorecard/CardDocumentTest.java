package org.shouxin.risk.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouxin.risk.dataset.DataRefused;
import org.shouxin.risk.scorecard.card.CardInvalid;
import org.shouxin.risk.scorecard.card.CardScorer;

class CardDocumentTest {

  private static final String CARD = new BundledCard().document();

  @Test
  void writesWhatItReads() {
    assertThat(new String(CardDocument.bytes(CardDocument.read(CARD)), StandardCharsets.UTF_8))
        .isEqualTo(CARD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"coefficient\":-1.0|\"coefficient\":1.0|CARD_SIGN",
        "\"edges\":[|\"edges\":[999999999999,|CARD_BINS_MATCH_EDGES",
        "\"name\":\"utilisation\"|\"name\":\"sex\"|CARD_PROTECTED_TRAIT",
        "\"name\":\"utilisation\"|\"name\":\"shoe_size\"|CARD_FEATURE_KNOWN",
        "\"name\":\"utilisation\"|\"name\":\"open_loans\"|CARD_FEATURE_ONCE",
        "\"kind\":\"NUMERIC\"|\"kind\":\"MAGIC\"|CARD_KIND_KNOWN",
        "\"schema\":\"shouxin.scorecard/1\"|\"schema\":\"x\"|CARD_SCHEMA_KNOWN",
        "\"version\":\"default-1\"|\"version\":\"../etc\"|CARD_VERSION_SHAPE",
        "\"woe\":|\"woe\":\"NaN\",\"points\":|CARD_READABLE",
        "\"woe\":|\"woe\":1e400,\"bads\":1,\"x\":|CARD_READABLE",
        "\"basePoints\":|\"basePoints\":1|CARD_POINTS_FOLLOW_WOE",
        "\"baseOdds\":20|\"baseOdds\":-20|CARD_SCALING_POSITIVE",
        "\"baseOdds\":20|\"baseOdds\":null|CARD_READABLE",
        "\"training\":|\"surprise\":1,\"training\":|CARD_READABLE",
      })
  void refusesABrokenArtefact(String from, String to, String rule) {
    String broken =
        from.startsWith("\"coefficient\"")
            ? CARD.replaceFirst("\"coefficient\":-[0-9.]+", to)
            : CARD.replaceFirst(Pattern.quote(from), to);
    assertThat(broken).isNotEqualTo(CARD);
    assertThatThrownBy(() -> CardDocument.read(broken))
        .isInstanceOfSatisfying(
            CardInvalid.class, invalid -> assertThat(invalid.rule()).isEqualTo(rule));
  }

  @Test
  void refusesWhatIsNoCard() {
    for (String text : new String[] {"", "null", "[]", "{}", "{\"schema\":", "NaN", "7"}) {
      assertThatThrownBy(() -> CardDocument.read(text)).as(text).isInstanceOf(CardInvalid.class);
    }
  }

  @Test
  void anEdgeBelongsToTheBinBelow() {
    CardScorer scorer = new CardScorer(new BundledCard().card());
    var feature = scorer.card().features().get(0);
    double edge = feature.edges().get(0);
    String name = feature.name();
    assertThat(at(scorer, name, edge)).isZero();
    assertThat(at(scorer, name, Math.nextUp(edge))).isEqualTo(1);
    assertThat(at(scorer, name, -1e12)).isZero();
    assertThat(at(scorer, name, 1e12)).isEqualTo(feature.edges().size());
  }

  @Test
  void aValueThatIsNoFiniteNumberIsRefused() {
    CardScorer scorer = new CardScorer(new BundledCard().card());
    for (String text : new String[] {"Infinity", "NaN", "1e308", "much", "0x1p3"}) {
      assertThatThrownBy(() -> scorer.rows().of(Map.of("utilisation", text)))
          .as(text)
          .isInstanceOf(DataRefused.class);
    }
  }

  @Test
  void aLargeOrLongNumberFallsIntoTheOutermostBin() {
    CardScorer scorer = new CardScorer(new BundledCard().card());
    var feature = scorer.card().features().get(0);
    for (String text : new String[] {"1e90", "9".repeat(90), "7".repeat(40) + ".50"}) {
      assertThat(
              scorer.score(scorer.rows().of(Map.of(feature.name(), text))).features().get(0).bin())
          .isEqualTo(feature.edges().size());
    }
  }

  private static int at(CardScorer scorer, String feature, double value) {
    String text = new BigDecimal(value).round(new MathContext(25)).toPlainString();
    return scorer.score(scorer.rows().of(Map.of(feature, text))).features().get(0).bin();
  }
}
