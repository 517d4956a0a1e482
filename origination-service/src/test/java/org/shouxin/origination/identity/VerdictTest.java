package org.shouxin.origination.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.shouxin.origination.person.CheckKind;
import org.shouxin.origination.person.CheckOutcome;

class VerdictTest {

  private static final Instant AT = Instant.parse("2026-01-05T02:00:00Z");

  @Example
  void everyRequiredCheckMatchedIsVerifiedWithoutAFace() {
    assertThat(Verdict.of(all(CheckOutcome.MATCH, CheckOutcome.NOT_EVALUATED)))
        .isEqualTo(Verdict.VERIFIED);
  }

  @Property
  void aPartyThatCouldNotBeAskedNeverCountsAsPassed(@ForAll CheckKind down) {
    List<CheckResult> results = new ArrayList<>(all(CheckOutcome.MATCH, CheckOutcome.MATCH));
    results.removeIf(r -> r.kind() == down);
    results.add(CheckResult.notEvaluated(down, "PARTY_DOWN", "party", AT));
    assertThat(Verdict.of(results))
        .isEqualTo(down == CheckKind.FACE ? Verdict.VERIFIED : Verdict.NEEDS_REVIEW);
  }

  @Property
  void oneDenialRejectsWhateverTheOthersSay(
      @ForAll CheckKind denied, @ForAll Map<CheckKind, CheckOutcome> others) {
    List<CheckResult> results = new ArrayList<>();
    others.forEach((kind, outcome) -> results.add(result(kind, outcome)));
    results.removeIf(r -> r.kind() == denied);
    results.add(result(denied, CheckOutcome.MISMATCH));
    if (denied != CheckKind.FACE) {
      assertThat(Verdict.of(results)).isEqualTo(Verdict.REJECTED);
    }
  }

  @Example
  void nothingAskedProvesNothing() {
    assertThat(Verdict.of(List.of())).isEqualTo(Verdict.NEEDS_REVIEW);
  }

  @Example
  void thePartysWordsAreRead() {
    assertThat(answered("MATCH")).isEqualTo(CheckOutcome.MATCH);
    assertThat(answered("MISMATCH")).isEqualTo(CheckOutcome.MISMATCH);
    assertThat(answered("NOT_FOUND")).isEqualTo(CheckOutcome.MISMATCH);
    assertThat(answered("match")).isEqualTo(CheckOutcome.NOT_EVALUATED);
    assertThat(answered(null)).isEqualTo(CheckOutcome.NOT_EVALUATED);
  }

  private static CheckOutcome answered(String word) {
    return CheckResult.answered(CheckKind.NAME_AND_ID, word, "authority", null, AT).outcome();
  }

  private static List<CheckResult> all(CheckOutcome required, CheckOutcome face) {
    return EnumSet.allOf(CheckKind.class).stream()
        .map(kind -> result(kind, kind == CheckKind.FACE ? face : required))
        .toList();
  }

  private static CheckResult result(CheckKind kind, CheckOutcome outcome) {
    return new CheckResult(kind, outcome, outcome.name(), "party", null, AT);
  }
}
