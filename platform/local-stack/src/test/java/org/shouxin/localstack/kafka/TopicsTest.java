package org.shouxin.localstack.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsTest {
  private static final List<String> TOPICS =
      List.of(
          "origination.application",
          "origination.loan",
          "origination.borrower",
          "servicing.loan",
          "servicing.day",
          "risk.borrower",
          "risk.blacklist",
          "collections.case");

  @Test
  void everyTopicHasAPlaceForWhatAConsumerCannotApply() {
    Map<String, Integer> configured = Topics.configured();
    assertThat(configured).containsKeys(TOPICS.toArray(String[]::new));
    for (String topic : TOPICS) {
      String owner = topic.substring(0, topic.indexOf('.'));
      for (String service : List.of("origination", "risk", "servicing", "collections")) {
        if (!service.equals(owner)) {
          assertThat(configured).containsEntry(topic + ".dead-letter." + service, 1);
        }
      }
    }
  }

  @Test
  void theCalendarHasOnePartitionForItHasOneKey() {
    assertThat(Topics.configured()).containsEntry("servicing.day", 1);
    assertThat(Topics.configured()).containsEntry("servicing.log-head", 1);
    assertThat(Topics.configured()).containsEntry("servicing.loan", 4);
  }
}
