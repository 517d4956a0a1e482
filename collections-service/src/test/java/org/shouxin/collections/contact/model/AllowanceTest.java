package org.shouxin.collections.contact.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouxin.collections.contact.model.Samples.DAY;
import static org.shouxin.collections.contact.model.Samples.LAW;
import static org.shouxin.collections.contact.model.Samples.facts;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowanceTest {
  @ParameterizedTest
  @CsvSource({
    "VOICE, 0, 0, 3, CN-CONTACT-02",
    "VOICE, 2, 0, 1, CN-CONTACT-02",
    "VOICE, 3, 0, 0, CN-CONTACT-02",
    "VOICE, 0, 4, 2, CN-CONTACT-03",
    "VOICE, 0, 6, 0, CN-CONTACT-03",
    "SMS, 3, 1, 5, CN-CONTACT-03",
    "EMAIL, 0, 6, 0, CN-CONTACT-03"
  })
  void whatIsLeftAndTheRuleThatSetsIt(
      Channel channel, int calls, int attempts, int remaining, String rule) {
    Allowance left =
        Allowance.of(
            Samples.at(channel, DAY.atTime(8, 0)),
            facts().calls(calls).attempts(attempts).get(),
            LAW);
    assertThat(left.remaining()).isEqualTo(remaining);
    assertThat(left.rule()).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource({"SMS, 0", "VOICE, 0", "EMAIL, 6", "APP_PUSH, 6"})
  void aLostNumberLeavesPushAndMail(Channel channel, int remaining) {
    Allowance left =
        Allowance.of(
            Samples.at(channel, DAY.atTime(8, 0)),
            facts().number(NumberHealth.RECYCLED).get(),
            LAW);
    assertThat(left.remaining()).isEqualTo(remaining);
  }
}
