package org.shouxin.localstack.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class TopicFactsTest {

  private static final String PAYMENT =
      """
      {"paymentId":"p-1","amount":{"amount":"100.00","currency":"CNY"},"allocation":{
       "cost":{"amount":"0.00","currency":"CNY"},"interest":{"amount":"10.00","currency":"CNY"},
       "penalty":{"amount":"1.50","currency":"CNY"},"principal":{"amount":"88.00","currency":"CNY"},
       "unapplied":{"amount":"0.50","currency":"CNY"}}}\
      """;

  private final TopicFacts facts =
      new TopicFacts(new PersonalData(List.of()), EventContracts.published());

  @Test
  void aRepeatedEventCountsOnce() {
    take("servicing.loan", "l-1", "e-1", 1, "servicing.payment.received.v1", PAYMENT);
    take("servicing.loan", "l-1", "e-1", 1, "servicing.payment.received.v1", PAYMENT);
    assertThat(facts.allocated()).isEqualByComparingTo("100.00");
    assertThat(facts.payments()).hasSize(1);
    assertThat(facts.repeats()).isEqualTo(1);
    assertThat(facts.firstChangedRepeat()).isEmpty();
  }

  @Test
  void aRepeatThatSaysSomethingElseIsNoticed() {
    take("servicing.loan", "l-1", "e-1", 1, "x.v1", "{}");
    take("servicing.loan", "l-1", "e-1", 1, "x.v1", "{\"a\":1}");
    assertThat(facts.firstChangedRepeat()).isPresent();
  }

  @Test
  void aMissingVersionIsAGapAndOrdinalsAreNot() {
    take("servicing.loan", "l-1", "e-1", 1, "x.v1", "{}");
    take("servicing.loan", "l-1", "e-2", 1, "x.v1", "{}");
    take("servicing.loan", "l-1", "e-3", 2, "x.v1", "{}");
    assertThat(facts.firstGap()).isEmpty();
    take("servicing.loan", "l-1", "e-5", 4, "x.v1", "{}");
    assertThat(facts.firstGap().orElseThrow()).contains("l-1");
  }

  @Test
  void deadLettersAreCountedAndNamed() {
    take("servicing.loan.dead-letter.risk", "l-1", "e-1", 1, "x.v1", "{}");
    assertThat(facts.deadLetters()).isEqualTo(1);
    assertThat(facts.firstDeadLetter().orElseThrow()).contains("dead-letter.risk");
  }

  private void take(
      String topic, String key, String id, long version, String type, String payload) {
    ConsumerRecord<String, String> event = new ConsumerRecord<>(topic, 0, 0, key, payload);
    event.headers().add("id", id.getBytes(StandardCharsets.UTF_8));
    event.headers().add("type", type.getBytes(StandardCharsets.UTF_8));
    event
        .headers()
        .add("aggregate-version", Long.toString(version).getBytes(StandardCharsets.UTF_8));
    facts.take(event);
  }
}
