package org.shouxin.chassis.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.app.Rows;

/** What was remembered longer than its retention is forgotten, the rest is kept. */
@QuarkusTest
class UpkeepIT {

  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject Upkeep upkeep;

  private final String subject = UUID.randomUUID().toString();

  @Test
  void receivedEventsAndKeysAreForgottenAfterTheirRetention() {
    for (int days : new int[] {29, 31}) {
      Rows.update(
          """
          insert into inbox (consumer, event_id, topic, key, version, ordinal, received_at)
          values ('risk', gen_random_uuid(), 't', '%s', %d, 0, now() - interval '%d days')"""
              .formatted(subject, days, days));
      Rows.update(
          """
          insert into idempotency_record (principal, key, request_hash, created_at)
          values ('%s', '%d', 'h', now() - interval '%d days')"""
              .formatted(subject, days, days));
    }
    upkeep.deleteOld().await().atMost(SOON);
    assertThat(Rows.column("select version from inbox where key = '" + subject + "'"))
        .containsExactly("29");
    assertThat(
            Rows.column("select key from idempotency_record where principal = '" + subject + "'"))
        .containsExactly("29");
  }
}
