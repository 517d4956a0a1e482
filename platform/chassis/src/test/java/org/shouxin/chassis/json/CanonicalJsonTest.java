package org.shouxin.chassis.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.shouxin.chassis.money.Money;

class CanonicalJsonTest {

  record Sample(
      String name, Money price, BigDecimal rate, LocalDate day, Instant at, Integer none) {}

  private static final Sample SAMPLE =
      new Sample(
          "甲",
          Money.of("1250", "CNY"),
          new BigDecimal("0.180000"),
          LocalDate.of(2026, 1, 31),
          Instant.parse("2026-01-31T01:02:03Z"),
          null);

  @Example
  void sortsMembersAndLeavesNoSpace() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("b", List.of(2, Map.of("z", true, "a", "x")));
    value.put("a", SAMPLE);
    assertThat(new String(CanonicalJson.bytes(value), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"a\":{\"at\":\"2026-01-31T01:02:03Z\",\"day\":\"2026-01-31\",\"name\":\"甲\","
                + "\"price\":{\"amount\":\"1250.00\",\"currency\":\"CNY\"},\"rate\":\"0.180000\"},"
                + "\"b\":[2,{\"a\":\"x\",\"z\":true}]}");
  }

  @Property
  void theOrderOfInsertionDoesNotMatter(@ForAll @Size(max = 20) Map<String, Integer> members) {
    Map<String, Integer> reversed = new LinkedHashMap<>();
    members.keySet().stream()
        .sorted((a, b) -> b.compareTo(a))
        .forEach(k -> reversed.put(k, members.get(k)));
    assertThat(CanonicalJson.bytes(reversed)).isEqualTo(CanonicalJson.bytes(members));
  }

  @Example
  void aRecordRoundTrips() throws JsonProcessingException {
    String json = Json.strict().writeValueAsString(SAMPLE);
    assertThat(Json.strict().readValue(json, Sample.class)).isEqualTo(SAMPLE);
    assertThat(Json.tolerant().readValue(json, Sample.class)).isEqualTo(SAMPLE);
  }

  @Example
  void onlyTheTolerantReaderTakesWhatANewerPeerSends() throws JsonProcessingException {
    String newer = "{\"name\":\"n\",\"rate\":0.18,\"added\":1}";
    assertThat(Json.tolerant().readValue(newer, Sample.class).rate()).isEqualByComparingTo("0.18");
    assertThatExceptionOfType(UnrecognizedPropertyException.class)
        .isThrownBy(() -> Json.strict().readValue("{\"added\":1}", Sample.class));
    assertThatExceptionOfType(RejectedValue.class)
        .isThrownBy(() -> Json.strict().readValue(newer, Sample.class));
  }

  @Example
  void moneyIsTwoTexts() {
    for (String money :
        List.of(
            "\"1.00\"",
            "1",
            "{}",
            "{\"amount\":\"1\"}",
            "{\"currency\":\"CNY\"}",
            "{\"amount\":1,\"currency\":\"CNY\"}",
            "{\"amount\":\"1\",\"currency\":\"CNY\",\"scale\":\"2\"}",
            "{\"amount\":\"1\",\"currency\":null}")) {
      assertThatExceptionOfType(RejectedValue.class)
          .as(money)
          .isThrownBy(() -> Json.strict().readValue(money, Money.class));
    }
  }
}
