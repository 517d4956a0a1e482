package org.shouxin.collections.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.shouxin.collections.contact.model.LooserThanLaw;

class LawInForceTest {
  @Test
  void aLooserSettingStopsTheStart() {
    assertThatThrownBy(
            () ->
                new LawInForce(
                    Optional.of("07:00"),
                    Optional.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty()))
        .isInstanceOf(LooserThanLaw.class)
        .hasMessageContaining("CN-CONTACT-01");
    assertThatThrownBy(
            () ->
                new LawInForce(
                    Optional.empty(), Optional.empty(), OptionalInt.of(5), OptionalInt.empty()))
        .isInstanceOf(LooserThanLaw.class)
        .hasMessageContaining("CN-CONTACT-02");
  }

  @Test
  void aTighterSettingIsApplied() {
    LawInForce law =
        new LawInForce(
            Optional.empty(), Optional.of("20:00"), OptionalInt.of(1), OptionalInt.empty());
    assertThat(law.limitsAt(LocalDate.of(2026, 3, 2)).closes()).hasToString("20:00");
    assertThat(law.limitsAt(LocalDate.of(2026, 3, 2)).effectiveCallsPerDay()).isEqualTo(1);
  }
}
