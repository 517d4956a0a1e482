package org.shouxin.origination.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouxin.origination.policy.LoanPurpose;
import org.shouxin.origination.policy.RepaymentMethod;

class ContractTextTest {

  private static final List<String> PLACES =
      List.of(
          "loanId",
          "templateVersion",
          "name",
          "idNumber",
          "address",
          "phone",
          "principal",
          "purpose",
          "annualRate",
          "annualPercentageRate",
          "termMonths",
          "method",
          "bankName",
          "cardLast4",
          "fees",
          "schedule",
          "total",
          "graceDays",
          "penaltyDailyRate",
          "capRule",
          "shownAt",
          "acceptedAt",
          "disclosureHash",
          "signedAt");

  @Test
  void everyPlaceIsFilledOnceAndAddsNothingElse() {
    String text = ContractText.fill(values());
    assertThat(text).doesNotContain("{{", "\r").endsWith("\n");
    PLACES.forEach(place -> assertThat(text).contains("<" + place + ">"));
    assertThat(ContractText.fill(values())).isEqualTo(text);
  }

  @Test
  void aValueIsNeverReadAsAPlace() {
    Map<String, String> values = values();
    values.put("name", "$1{{signedAt}}\\");
    assertThat(ContractText.fill(values)).contains("$1{{signedAt}}\\");
  }

  @Test
  void aMissingValueIsADefect() {
    Map<String, String> values = values();
    values.remove("capRule");
    assertThatThrownBy(() -> ContractText.fill(values)).hasMessageContaining("capRule");
  }

  @Test
  void aFractionReadsAsAPercentage() {
    assertThat(ContractText.percent(new BigDecimal("0.180000"))).isEqualTo("18%");
    assertThat(ContractText.percent(new BigDecimal("0.00075"))).isEqualTo("0.075%");
    assertThat(ContractText.percent(new BigDecimal("1.00"))).isEqualTo("100%");
  }

  @Test
  void everyMethodHasAWordAndForbiddenPurposesHaveNone() {
    for (RepaymentMethod method : RepaymentMethod.values()) {
      assertThat(ContractWords.of(method)).isNotBlank();
    }
    assertThatThrownBy(() -> ContractWords.of(LoanPurpose.SECURITIES))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Map<String, String> values() {
    Map<String, String> values = new HashMap<>();
    PLACES.forEach(place -> values.put(place, "<" + place + ">"));
    return values;
  }
}
