package org.shouxin.servicing.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.shouxin.chassis.text.Texts;
import org.shouxin.servicing.schedule.ExplainSchedule.Figure;

/** Every formula that the calculation can name has texts whose places are all filled. */
class DerivationTextsTest {

  @Property(tries = 300)
  void everyFormulaHasItsTexts(@ForAll("any") Terms terms) {
    for (int row = 1; row <= terms.timing().instalments(); row++) {
      for (Figure figure : new Figure[] {Figure.TOTAL, Figure.BALANCE, Figure.DUE_DATE}) {
        check(ExplainSchedule.of(terms, row, figure));
      }
    }
    for (Figure figure :
        new Figure[] {
          Figure.NOMINAL_COST, Figure.EFFECTIVE_COST, Figure.RETURN_BY_DATES, Figure.REGULATION_Z
        }) {
      check(ExplainSchedule.of(terms, 0, figure));
    }
  }

  private static void check(Derivation derivation) {
    for (Locale locale : new Locale[] {Texts.DEFAULT_LOCALE, Locale.ENGLISH}) {
      String text = Texts.of("derivations", locale, derivation.formula());
      for (var input : derivation.inputs().entrySet()) {
        text = text.replace("{" + input.getKey() + "}", input.getValue());
      }
      assertThat(text.replace("{result}", "")).as(derivation.formula()).doesNotContain("{");
    }
    derivation.from().forEach(DerivationTextsTest::check);
  }

  @Provide
  Arbitrary<Terms> any() {
    return AnyTerms.any();
  }
}
