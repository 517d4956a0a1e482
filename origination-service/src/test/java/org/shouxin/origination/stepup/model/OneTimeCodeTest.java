package org.shouxin.origination.stepup.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.origination.stepup.model.OneTimeCode.Try;

class OneTimeCodeTest {

  private static final Instant SENT = Instant.parse("2026-01-05T02:00:00Z");

  @Test
  void theRightCodeMayBeRepeated() {
    OneTimeCode code = code();
    assertThat(code.tried("right", SENT)).isEqualTo(Try.RIGHT);
    assertThat(code.tried("right", SENT)).isEqualTo(Try.RIGHT);
  }

  @Test
  void fiveWrongTriesAndEvenTheRightCodeIsRefused() {
    OneTimeCode code = code();
    for (int left = 4; left >= 0; left--) {
      assertThat(code.tried("wrong", SENT)).isEqualTo(Try.WRONG);
      assertThat(code.triesLeft()).isEqualTo(left);
    }
    assertThat(code.tried("right", SENT)).isEqualTo(Try.EXHAUSTED);
  }

  @Test
  void afterTenMinutesItIsTooOld() {
    assertThat(code().tried("right", SENT.plus(OneTimeCode.LIFETIME))).isEqualTo(Try.RIGHT);
    assertThat(code().tried("right", SENT.plus(OneTimeCode.LIFETIME).plusMillis(1)))
        .isEqualTo(Try.EXPIRED);
  }

  private static OneTimeCode code() {
    return new OneTimeCode(new UUID(0, 1), "SIGN_CONTRACT", new UUID(0, 2), "right", SENT);
  }
}
