package org.shouxin.servicing.payment.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.payment.model.BankAnswer.Status;
import org.shouxin.servicing.payment.model.BankOrder.Cause;
import org.shouxin.servicing.payment.model.BankOrder.Kind;
import org.shouxin.servicing.payment.model.BankOrder.State;
import org.shouxin.servicing.payment.model.BankOrder.Wanted;

class BankOrderTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 10);
  private static final Instant NOW = Instant.parse("2026-01-10T02:00:00Z");
  private static final boolean HINT = true;

  @Test
  void theBanksWordForTheWholeAmountSettlesTheOrder() {
    BankOrder payout = order(Kind.PAYOUT);

    assertThat(payout.hear(succeeded(100_00), HINT, TODAY, NOW))
        .isEqualTo(new Verdict.Paid(Money.of("100.00", "CNY"), "BK1", null));
    assertThat(payout.state()).isEqualTo(State.SUCCEEDED);
  }

  @Test
  void whoComesSecondFindsItSettled() {
    BankOrder payout = order(Kind.PAYOUT);
    payout.hear(succeeded(100_00), HINT, TODAY, NOW);

    assertThat(payout.hear(succeeded(100_00), false, TODAY, NOW)).isEqualTo(new Verdict.Nothing());
    assertThat(payout.hear(failed(), false, TODAY, NOW)).isEqualTo(new Verdict.Nothing());
  }

  @Test
  void aWebhookThatNamesAnotherPayoutIsABreakAndOnlyMakesUsAsk() {
    BankOrder payout = order(Kind.PAYOUT);

    assertThat(payout.hear(succeeded(101_00), HINT, TODAY, NOW))
        .isEqualTo(new Verdict.Differs(100_00, 101_00));
    assertThat(payout.isFinal()).isFalse();
    assertThat(payout.hear(succeeded(100_00), false, TODAY, NOW)).isInstanceOf(Verdict.Paid.class);
  }

  @Test
  void aBankWhoseOwnRecordDiffersBreaksTheOrder() {
    BankOrder payout = order(Kind.PAYOUT);

    assertThat(payout.hear(succeeded(99_00), false, TODAY, NOW))
        .isEqualTo(new Verdict.Differs(100_00, 99_00));
    assertThat(payout.state()).isEqualTo(State.BROKEN);
  }

  @Test
  void aDebitMayCollectAPartButTheBanksRecordDecidesWhich() {
    BankOrder debit = order(Kind.DEBIT);

    assertThat(debit.hear(succeeded(41_00), HINT, TODAY, NOW)).isEqualTo(new Verdict.Nothing());
    assertThat(debit.hear(succeeded(40_00), false, TODAY, NOW))
        .isEqualTo(new Verdict.Paid(Money.of("40.00", "CNY"), "BK1", 41_00L));
  }

  @Test
  void aDebitThatCollectsMoreThanAskedIsABreak() {
    assertThat(order(Kind.DEBIT).hear(succeeded(100_01), HINT, TODAY, NOW))
        .isEqualTo(new Verdict.Differs(100_00, 100_01));
  }

  @Test
  void aFailureIsFinalAndPendingIsNot() {
    BankOrder debit = order(Kind.DEBIT);

    assertThat(debit.hear(BankAnswer.unknownOrder(), false, TODAY, NOW))
        .isEqualTo(new Verdict.Nothing());
    assertThat(debit.isFinal()).isFalse();
    assertThat(debit.hear(failed(), HINT, TODAY, NOW))
        .isEqualTo(new Verdict.Refused("INSUFFICIENT_FUNDS"));
    assertThat(debit.state()).isEqualTo(State.FAILED);
  }

  private static BankOrder order(Kind kind) {
    return BankOrder.of(
        new UUID(0, 1),
        new Wanted(kind, Cause.SCHEDULED, new UUID(0, 2), "agr_1", Money.of("100.00", "CNY")),
        TODAY,
        NOW);
  }

  private static BankAnswer succeeded(long minor) {
    return new BankAnswer(Status.SUCCEEDED, minor, null, "BK1");
  }

  private static BankAnswer failed() {
    return new BankAnswer(Status.FAILED, 0, "INSUFFICIENT_FUNDS", null);
  }
}
