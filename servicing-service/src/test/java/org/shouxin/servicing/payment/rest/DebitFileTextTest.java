package org.shouxin.servicing.payment.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.payment.model.DebitFile;
import org.shouxin.servicing.payment.model.DebitFile.Line;

/** Both ways of writing a debit file say the same; a broken line is named. */
class DebitFileTextTest {

  private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String HEADER = "requestId,status,collected,currency,reason,bankReference\n";

  @Test
  void jsonLines() {
    DebitFile file =
        DebitFileText.ndjson(
            """

            {"requestId":"%s","status":"SUCCEEDED","reason":null,"bankReference":"B1",%s}
            """
                .formatted(ID, "\"collected\":{\"amount\":\"1.00\",\"currency\":\"CNY\"}"));

    assertThat(file.lines()).singleElement().extracting(Line::collected).isEqualTo(yuan("1.00"));
  }

  @Test
  void commaSeparatedWithQuotesAndWindowsLineEnds() {
    DebitFile file =
        DebitFileText.csv(HEADER + ID + ",SUCCEEDED,1.00,CNY,,\"B,\"\"1\"\"\"\r\n\r\n");

    Line line = file.lines().get(0);
    assertThat(line.number()).isEqualTo(2);
    assertThat(line.collected()).isEqualTo(yuan("1.00"));
    assertThat(line.bankReference()).isEqualTo("B,\"1\"");
    assertThat(line.reason()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "nothing", "{\"status\":1}", "{\"collected\":{\"amount\":1}}"})
  void aBrokenJsonLineIsNamed(String line) {
    assertNamed(DebitFileText::ndjson, "\n" + line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "\"open,SUCCEEDED,1.00,CNY,,B", "a,b,c,d,e,f,g"})
  void aBrokenCsvLineIsNamed(String line) {
    assertNamed(DebitFileText::csv, HEADER + line);
  }

  private static void assertNamed(Function<String, DebitFile> reader, String text) {
    assertThatThrownBy(() -> reader.apply(text))
        .asInstanceOf(type(Invalid.class))
        .satisfies(invalid -> assertThat(invalid.errors().get(0).field()).startsWith("/lines/2"));
  }

  private static Money yuan(String amount) {
    return Money.of(amount, "CNY");
  }
}
