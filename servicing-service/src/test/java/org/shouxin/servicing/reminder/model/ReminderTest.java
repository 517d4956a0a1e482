package org.shouxin.servicing.reminder.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.reminder.model.Reminder.About;
import org.shouxin.servicing.reminder.model.Reminder.Channel;
import org.shouxin.servicing.reminder.model.Reminder.Kind;
import org.shouxin.servicing.reminder.model.Reminder.Outcome;

class ReminderTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 10);
  private static final Instant NOW = Instant.parse("2026-01-10T02:00:00Z");

  private long lastId;

  private final Reminder reminder =
      Reminder.planned(
          new About(new UUID(0, 1), new UUID(0, 2), Kind.OVERDUE, TODAY, Money.of("5.00", "CNY")),
          Channel.SMS,
          TODAY,
          this::nextId,
          NOW);

  @Test
  void aReceiptEndsIt() {
    UUID request = reminder.requestId();
    assertThat(reminder.sent(request, true)).isEmpty();

    assertThat(reminder.delivered(request, "DELIVERED"))
        .contains(new Outcome(Channel.SMS, true, "DELIVERED"));
    assertThat(reminder.delivered(request, "DELIVERED")).isEmpty();
  }

  @Test
  void aChannelThatFailsGivesWayToTheNextUntilThereIsNone() {
    assertThat(fail("EMPTY_NUMBER")).isEqualTo(new Outcome(Channel.SMS, false, "EMPTY_NUMBER"));
    assertThat(fail("NO_CONTACT")).isEqualTo(new Outcome(Channel.APP_PUSH, false, "NO_CONTACT"));
    assertThat(reminder.channel()).isEqualTo(Channel.EMAIL);
    assertThat(fail("NO_CONTACT")).isEqualTo(new Outcome(Channel.EMAIL, false, "NO_CONTACT"));
    assertThat(reminder.failed(reminder.requestId(), "AGAIN", this::nextId, NOW)).isEmpty();
  }

  @Test
  void aLateReceiptOfAnEarlierChannelChangesNothing() {
    UUID first = reminder.requestId();
    fail("SUSPENDED");

    assertThat(reminder.delivered(first, "DELIVERED")).isEmpty();
    assertThat(reminder.failed(first, "SUSPENDED", this::nextId, NOW)).isEmpty();
  }

  @Test
  void aReceiptMayComeBeforeTheAnswer() {
    UUID request = reminder.requestId();

    assertThat(reminder.delivered(request, "DELIVERED")).isPresent();
    assertThat(reminder.sent(request, true)).isEmpty();
  }

  @Test
  void waitsWithoutAnAttemptUntilItsHour() {
    Instant morning = NOW.plusSeconds(3_600);

    assertThat(reminder.decided(reminder.requestId(), new Sending.Later(morning))).isFalse();

    assertThat(reminder.nextAttemptAt()).isEqualTo(morning);
    assertThat(reminder.attempts()).isZero();
    assertThat(reminder.decided(reminder.requestId(), new Sending.Now("CONSENT"))).isTrue();
    assertThat(reminder.ground()).isEqualTo("CONSENT");
  }

  @Test
  void whatIsWithheldOrPaidBeforeItsHourIsOver() {
    UUID request = reminder.requestId();

    assertThat(reminder.decided(request, new Sending.Withheld("CONTACT_CONSENT_REQUIRED")))
        .isFalse();

    assertThat(reminder.state()).isEqualTo(Reminder.State.WITHHELD);
    assertThat(reminder.code()).isEqualTo("CONTACT_CONSENT_REQUIRED");
    assertThat(reminder.nextAttemptAt()).isNull();
    assertThat(reminder.decided(request, new Sending.Now("CONSENT"))).isFalse();
  }

  @Test
  void beginsWithTheChannelPreferredByNowButGoesBackToNone() {
    reminder.prefer(Channel.EMAIL);
    assertThat(reminder.channel()).isEqualTo(Channel.EMAIL);

    fail("NO_CONTACT");
    assertThat(reminder.channel()).isEqualTo(Channel.SMS);
    reminder.prefer(Channel.EMAIL);
    assertThat(reminder.channel()).isEqualTo(Channel.SMS);
  }

  private Outcome fail(String code) {
    return reminder.failed(reminder.requestId(), code, this::nextId, NOW).orElseThrow();
  }

  private UUID nextId() {
    return new UUID(1, ++lastId);
  }
}
