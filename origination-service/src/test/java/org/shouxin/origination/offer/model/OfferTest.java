package org.shouxin.origination.offer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.problem.RuleViolation;

class OfferTest {

  private static final Instant SHOWN = Instant.parse("2026-01-05T02:00:00Z");
  private static final Duration READING = Duration.ofSeconds(3);
  private static final String HASH = "a".repeat(64);

  @Test
  void whatWasNeverShownCannotBeAccepted() {
    refused(offer(), HASH, null, SHOWN, Offer.RULE_NOT_SHOWN);
  }

  @Test
  void theReadingTimeIsOurOwnClocksFromTheFirstShowing() {
    Offer offer = shown();
    offer.shown(SHOWN.plusSeconds(2));
    refused(offer, HASH, 60, SHOWN.plusMillis(2_999), "CN-DISC-01");
    assertThatCode(() -> read(offer, HASH, null, SHOWN.plusSeconds(3))).doesNotThrowAnyException();
  }

  @Test
  void aDeviceCanOnlyMakeItShorter() {
    refused(shown(), HASH, 2, SHOWN.plusSeconds(60), "CN-DISC-01");
  }

  @Test
  void anotherTableCannotBeConfirmed() {
    refused(shown(), "b".repeat(64), null, SHOWN.plusSeconds(60), Offer.RULE_HASH);
  }

  private static void refused(Offer offer, String hash, Integer told, Instant now, String rule) {
    assertThatThrownBy(() -> read(offer, hash, told, now))
        .isInstanceOfSatisfying(RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(rule));
  }

  private static void read(Offer offer, String hash, Integer told, Instant now) {
    offer.requireRead(hash, told, "CN-DISC-01", READING, now);
  }

  private static Offer shown() {
    Offer offer = offer();
    offer.shown(SHOWN);
    return offer;
  }

  private static Offer offer() {
    return new Offer(
        new UUID(0, 1), new UUID(0, 2), "{}", HASH, SHOWN, SHOWN.plus(Duration.ofDays(7)));
  }
}
