package org.shouxin.collections.contact.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.collections.contact.model.SendResult.Kind;

class ContactTest {
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  private static final UUID ID = new UUID(1, 1);

  private static Contact reserved(Channel channel) {
    return Contact.reserve(
        ID,
        new Contact.Reservation(
            new UUID(2, 2),
            new UUID(3, 3),
            channel,
            Person.DEBTOR,
            Samples.NOTICE,
            "zh-CN",
            Samples.DAY.atTime(10, 0),
            Samples.DAY,
            new UUID(4, 4),
            "collector"),
        NOW);
  }

  private static SendResult result(Kind kind) {
    return new SendResult(kind, "ref", kind.name());
  }

  @Test
  void anAnsweredCallIsEffectiveAndNoUnansweredAttempt() {
    Contact call = reserved(Channel.VOICE);
    assertThat(call.claim(NOW)).isTrue();
    assertThat(call.answered(result(Kind.ANSWERED), NOW)).isEqualTo(Signal.ANSWERED);
    assertThat(call.countsAsCall()).isTrue();
    assertThat(call.countsAsAttempt()).isFalse();
  }

  @Test
  void anUnansweredCallIsAnAttemptAndNoEffectiveCall() {
    Contact call = reserved(Channel.VOICE);
    call.claim(NOW);
    assertThat(call.answered(result(Kind.NO_ANSWER), NOW)).isEqualTo(Signal.FAILURE);
    assertThat(call.countsAsCall()).isFalse();
    assertThat(call.countsAsAttempt()).isTrue();
  }

  @Test
  void aDeadNumberIsAFailureOfTheNumber() {
    Contact call = reserved(Channel.VOICE);
    call.claim(NOW);
    assertThat(call.answered(result(Kind.NUMBER_DEAD), NOW)).isEqualTo(Signal.NUMBER_FAILURE);
    assertThat(call.state()).isEqualTo(ContactState.FAILED);
  }

  @Test
  void onlyOneSenderGetsIt() {
    Contact sms = reserved(Channel.SMS);
    assertThat(sms.claim(NOW)).isTrue();
    assertThat(sms.claim(NOW)).isFalse();
  }

  @Test
  void aLostOutcomeCountsAsIfItHadHappened() {
    Contact call = reserved(Channel.VOICE);
    call.claim(NOW);
    call.lost(NOW);
    assertThat(call.state()).isEqualTo(ContactState.UNKNOWN);
    assertThat(call.countsAsCall()).isTrue();
    assertThat(call.countsAsAttempt()).isTrue();
  }

  @Test
  void anUnknownOneIsAskedAgainABoundedNumberOfTimes() {
    Contact call = reserved(Channel.VOICE);
    for (int send = 0; send < Contact.SENDS_MAX; send++) {
      assertThat(call.claim(NOW)).isTrue();
      call.lost(NOW);
    }
    assertThat(call.claim(NOW)).isFalse();
    assertThat(call.state()).isEqualTo(ContactState.UNKNOWN);
  }

  @Test
  void aReceiptSettlesOnceWhateverCameFirst() {
    Contact sms = reserved(Channel.SMS);
    sms.claim(NOW);
    assertThat(sms.receipt(true, "DELIVERED", NOW)).isEqualTo(Signal.NOTHING);
    assertThat(sms.answered(result(Kind.ACCEPTED), NOW)).isEqualTo(Signal.NOTHING);
    assertThat(sms.receipt(false, "EMPTY_NUMBER", NOW)).isEqualTo(Signal.NOTHING);
    assertThat(sms.state()).isEqualTo(ContactState.DELIVERED);
  }

  @Test
  void aFailedTextSaysThatTheNumberFailsButAFailedPushDoesNot() {
    Contact sms = reserved(Channel.SMS);
    sms.claim(NOW);
    assertThat(sms.receipt(false, "EMPTY_NUMBER", NOW)).isEqualTo(Signal.NUMBER_FAILURE);
    Contact push = reserved(Channel.APP_PUSH);
    push.claim(NOW);
    assertThat(push.receipt(false, "UNREGISTERED", NOW)).isEqualTo(Signal.NOTHING);
  }

  @Test
  void aReceiptSettlesAContactWhoseOutcomeWasLost() {
    Contact sms = reserved(Channel.SMS);
    sms.claim(NOW);
    sms.lost(NOW);
    sms.receipt(true, "DELIVERED", NOW);
    assertThat(sms.state()).isEqualTo(ContactState.DELIVERED);
  }

  @Test
  void aCallTakesNoReceipt() {
    Contact call = reserved(Channel.VOICE);
    call.claim(NOW);
    assertThat(call.receipt(false, "EMPTY_NUMBER", NOW)).isEqualTo(Signal.NOTHING);
    assertThat(call.state()).isEqualTo(ContactState.SENDING);
  }
}
