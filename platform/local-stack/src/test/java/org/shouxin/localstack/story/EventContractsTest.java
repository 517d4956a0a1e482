package org.shouxin.localstack.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only what asyncapi.yaml describes may stand on a topic. */
class EventContractsTest {

  private static final String TOPIC = "collections.case";
  private static final String BROKEN = "collections.promise.broken.v1";
  private static final String ID = "018f4a7e-0000-7000-8000-000000000001";
  private static final String PAYLOAD =
      """
      {"caseId":"%1$s","promiseId":"%1$s","loanId":"%1$s","borrowerId":"%1$s",
       "amount":{"amount":"100.00","currency":"CNY"},"dueDate":"2026-03-02",
       "shortfall":{"amount":"40.00","currency":"CNY"}}\
      """
          .formatted(ID);

  private final EventContracts contracts = EventContracts.published();
  private final Map<String, String> headers = new LinkedHashMap<>();

  @BeforeEach
  void aGoodRecord() {
    headers.put("id", ID);
    headers.put("type", BROKEN);
    headers.put("aggregate-version", "3");
    headers.put("ordinal", "0");
    headers.put("occurred-at", "2026-03-02T01:00:00.123456Z");
  }

  @Test
  void whatIsDescribedIsNoBreach() {
    assertThat(breach(TOPIC, PAYLOAD)).isEmpty();
    headers.put("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    assertThat(breach(TOPIC, PAYLOAD)).isEmpty();
    assertThat(contracts.coverage()).startsWith("1 of ");
  }

  @Test
  void aTypeNobodyDescribedIsABreach() {
    headers.put("type", "collections.promise.forgotten.v1");
    assertThat(breach(TOPIC, PAYLOAD)).contains("is not described");
  }

  @Test
  void aTypeOnAnotherTopicIsABreach() {
    assertThat(breach("servicing.loan", PAYLOAD)).contains("told on servicing.loan");
  }

  @ParameterizedTest
  @CsvSource({
    "id, not-a-uuid",
    "aggregate-version, 0",
    "ordinal, first",
    "occurred-at, yesterday",
    "debug, true"
  })
  void aHeaderThatIsNotAsDescribedIsABreach(String header, String value) {
    headers.put(header, value);
    assertThat(breach(TOPIC, PAYLOAD)).contains("header");
  }

  @ParameterizedTest
  @CsvSource({"id", "aggregate-version", "ordinal", "occurred-at"})
  void aMissingHeaderIsABreach(String header) {
    headers.remove(header);
    assertThat(breach(TOPIC, PAYLOAD)).contains("'" + header + "'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"dueDate\":\"2026-03-02\",|", // a member is missing
        "\"dueDate\":\"2026-03-02\"|\"dueDate\":\"2026-02-30\"",
        "\"dueDate\":\"2026-03-02\"|\"dueDate\":\"2026-03-02\",\"phone\":\"\"",
        "\"amount\":\"40.00\"|\"amount\":40.00",
        "\"amount\":\"40.00\"|\"amount\":\"40.00000\"",
        "\"currency\":\"CNY\"}}|\"currency\":\"CNY\",\"scale\":2}}",
        "\"shortfall\":|\"missing\":",
        "{\"caseId\"|[{\"caseId\""
      })
  void aPayloadThatIsNotAsDescribedIsABreach(String was, String becomes) {
    String broken = PAYLOAD.replace(was, becomes == null ? "" : becomes);
    assertThat(broken).isNotEqualTo(PAYLOAD);
    assertThat(breach(TOPIC, broken)).startsWith(BROKEN);
  }

  @Test
  void aDescriptionThatContradictsItselfIsRefused() {
    String twice =
        """
        channels:
          a: {address: a, messages: {M: {$ref: '#/components/messages/M'}}}
        components:
          messages:
            M: {name: m.v1, headers: {type: object}, payload: {type: object}}
            N: {name: n.v1, headers: {type: object}, payload: {type: object}}
        """;
    assertThatThrownBy(() -> EventContracts.of(twice)).hasMessageContaining("on no channel");
    String dangling = twice.replace("messages/M'", "messages/X'");
    assertThatThrownBy(() -> EventContracts.of(dangling)).hasMessageContaining("not there");
  }

  @Test
  void theStoryCountsTheBreach() {
    TopicFacts facts = new TopicFacts(new PersonalData(List.of()), contracts);
    facts.take(event(TOPIC, PAYLOAD.replace("\"amount\":\"40.00\"", "\"amount\":40.00")));
    facts.take(event(TOPIC, PAYLOAD.replace("\"amount\":\"40.00\"", "\"amount\":41.00")));
    assertThat(facts.breaches()).hasSize(1).first().asString().contains("shortfall");
  }

  private String breach(String topic, String payload) {
    return contracts.breach(event(topic, payload)).orElse("");
  }

  private ConsumerRecord<String, String> event(String topic, String payload) {
    ConsumerRecord<String, String> event = new ConsumerRecord<>(topic, 0, 0, ID, payload);
    headers.forEach(
        (name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return event;
  }
}
