package org.shouxin.risk.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.shouxin.risk.dataset.LeakageCheck.Ground;
import org.shouxin.risk.dataset.LeakageCheck.Suspect;

/** Fires on data made to leak, stays quiet on data that does not. */
class LeakageCheckTest {

  @Property(tries = 10)
  void staysQuietOnHonestData(@ForAll @IntRange(max = 10_000) int seed) {
    assertThat(LeakageCheck.of(Drawn.dataset(2_000, seed))).isEmpty();
  }

  @Test
  void namesANearPerfectNumber() {
    assertThat(check("paid_later", (bad, i) -> bad == 1 ? "" + (i % 50) : "" + (45 + i % 900)))
        .singleElement()
        .matches(each -> each.column().equals("paid_later"))
        .matches(each -> each.ground() == Ground.NEAR_PERFECT && each.figure() > 0.95);
  }

  @Test
  void namesALevelThatOnlyBadsHave() {
    assertThat(check("state", (bad, i) -> bad == 1 && i % 2 == 0 ? "closed" : "open"))
        .singleElement()
        .matches(each -> each.column().equals("state"))
        .matches(each -> each.ground() == Ground.PURE_VALUE && each.figure() > 0.25);
  }

  @Test
  void namesAValueThatComesWithTheOutcome() {
    assertThat(check("reminders", (bad, i) -> bad == 1 ? "" + i % 3 : ""))
        .extracting(Suspect::ground)
        .contains(Ground.PRESENT_AFTER_OUTCOME);
  }

  @Test
  void namesWhatHappensOnlyAfterwards() {
    assertThat(check("collection_calls", (bad, i) -> "" + i % 9))
        .containsExactly(new Suspect("collection_calls", Ground.NAMED_AFTER_OUTCOME, null));
    assertThat(check("write_off_amount", (bad, i) -> "" + i % 9))
        .extracting(Suspect::ground)
        .containsExactly(Ground.NAMED_AFTER_OUTCOME);
  }

  private List<Suspect> check(String name, BiFunction<Integer, Integer, String> cell) {
    String[] lines = Drawn.csv(2_000, 5).split("\n");
    List<String> wider = new ArrayList<>(List.of(name + "," + lines[0]));
    for (int i = 1; i < lines.length; i++) {
      int bad = lines[i].endsWith("1") ? 1 : 0;
      wider.add(cell.apply(bad, i) + "," + lines[i]);
    }
    return LeakageCheck.of(Drawn.read(String.join("\n", wider) + "\n", "bad"));
  }
}
