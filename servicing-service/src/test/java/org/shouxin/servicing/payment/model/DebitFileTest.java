package org.shouxin.servicing.payment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.FieldError;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.payment.model.DebitFile.Line;
import org.shouxin.servicing.payment.model.DebitFile.Written;

/** A debit file is taken whole or refused with every broken line and field named. */
class DebitFileTest {

  private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";
  private static final String OTHER = "01890a5d-ac96-774b-bcce-b302099a8058";

  private static Written line(int number, String... namesAndTexts) {
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      fields.put(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    return new Written(number, fields);
  }

  private static Written collected(int number, String id) {
    return line(
        number,
        "requestId",
        id,
        "status",
        "SUCCEEDED",
        "collected",
        "12.50",
        "currency",
        "CNY",
        "bankReference",
        "BK1");
  }

  @Test
  void aCollectedAndAFailedDebit() {
    DebitFile file =
        DebitFile.of(
            List.of(
                collected(1, ID),
                line(2, "requestId", OTHER, "status", "FAILED", "reason", "INSUFFICIENT_FUNDS")));

    Line first = file.lines().get(0);
    assertThat(first.succeeded()).isTrue();
    assertThat(first.collected()).isEqualTo(Money.of("12.50", "CNY"));
    assertThat(first.bankReference()).isEqualTo("BK1");
    assertThat(file.lines().get(1).succeeded()).isFalse();
    assertThat(file.lines().get(1).reason()).isEqualTo("INSUFFICIENT_FUNDS");
  }

  @ParameterizedTest
  @CsvSource({
    "requestId, abc, DEBIT_FILE_REQUEST_ID",
    "requestId, , DEBIT_FILE_REQUIRED",
    "status, DONE, DEBIT_FILE_STATUS",
    "status, , DEBIT_FILE_REQUIRED",
    "collected, 12.505, DEBIT_FILE_AMOUNT",
    "collected, -1.00, DEBIT_FILE_AMOUNT",
    "collected, 0.00, DEBIT_FILE_AMOUNT",
    "collected, , DEBIT_FILE_REQUIRED",
    "currency, XXQ, DEBIT_FILE_AMOUNT",
    "bankReference, , DEBIT_FILE_REQUIRED",
    "colected, 1.00, DEBIT_FILE_FIELD"
  })
  void aBrokenFieldIsNamedWithItsLineAndRule(String field, String text, String rule) {
    Written broken = collected(7, ID);
    if (text == null) {
      broken.fields().remove(field);
    } else {
      broken.fields().put(field, text);
    }

    List<FieldError> errors = errors(List.of(collected(6, OTHER), broken));

    assertThat(errors)
        .anySatisfy(
            error -> {
              assertThat(error.field()).startsWith("/lines/7/");
              assertThat(error.rule()).isEqualTo(rule);
            });
    assertThat(errors).noneMatch(error -> error.field().startsWith("/lines/6"));
  }

  @Test
  void aDebitIsToldOnce() {
    assertThat(errors(List.of(collected(1, ID), collected(4, ID))))
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.field()).isEqualTo("/lines/4/requestId");
              assertThat(error.rule()).isEqualTo("DEBIT_FILE_TWICE");
              assertThat(error.detail()).endsWith("line 1");
            });
  }

  @Test
  void neitherEmptyNorWithoutEnd() {
    List<Written> tooMany =
        IntStream.rangeClosed(1, DebitFile.LINES_MAX + 1).mapToObj(i -> collected(i, ID)).toList();

    assertThat(errors(List.of()).get(0).rule()).isEqualTo("DEBIT_FILE_LINES");
    assertThat(errors(tooMany).get(0).rule()).isEqualTo("DEBIT_FILE_LINES");
    assertThat(errors(tooMany.subList(0, 5_000))).hasSize(100);
  }

  private static List<FieldError> errors(List<Written> lines) {
    List<List<FieldError>> errors = new ArrayList<>();
    assertThatThrownBy(() -> DebitFile.of(lines))
        .asInstanceOf(type(Invalid.class))
        .satisfies(invalid -> errors.add(invalid.errors()));
    return errors.get(0);
  }
}
