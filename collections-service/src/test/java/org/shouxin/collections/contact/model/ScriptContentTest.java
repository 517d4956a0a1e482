package org.shouxin.collections.contact.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptContentTest {
  @ParameterizedTest
  @CsvSource({
    "您好，请登录App查看。, CN-CONTACT-08",
    "【守信】法院将传唤您。, CN-CONTACT-08",
    "Shouxin and the police will visit you., CN-CONTACT-08"
  })
  void identityIsStatedAndNobodyElsesBorrowed(String words, String rule) {
    assertThat(ScriptContent.faults(words, false)).extracting(Refusal::rule).contains(rule);
  }

  @ParameterizedTest
  @CsvSource({
    "这里是守信，请转告他{0}前还款。",
    "这里是守信，他有欠款。",
    "This is Shouxin; tell him that he owes us.",
    "This is Shouxin; his account is overdue."
  })
  void aThirdPartyIsToldNothingOfTheDebt(String words) {
    assertThat(ScriptContent.faults(words, true))
        .extracting(Refusal::rule)
        .contains("CN-CONTACT-06");
  }

  @Test
  void anHonestTextPasses() {
    assertThat(ScriptContent.faults("【守信】截至{0}，您的借款有一期尚未还清。", false)).isEmpty();
  }
}
