package org.shouxin.chassis.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.shouxin.chassis.problem.Invalid;

class CursorTest {

  @Property
  void roundTrips(
      @ForAll @StringLength(max = 50) String a, @ForAll @StringLength(max = 50) String b) {
    assertThat(Cursor.decode(Cursor.encode(a, b), 2)).containsExactly(a, b);
  }

  @Property
  void anythingElseIsInvalidAndNothingWorse(@ForAll String text) {
    try {
      assertThat(Cursor.decode(text, 2)).hasSize(2);
    } catch (Invalid refused) {
      assertThat(refused.errors().get(0).rule()).isEqualTo("CURSOR");
    }
  }

  @Example
  void aCursorOfAnotherListIsInvalid() {
    assertThatExceptionOfType(Invalid.class)
        .isThrownBy(() -> Cursor.decode(Cursor.encode("one"), 2));
    assertThatExceptionOfType(Invalid.class)
        .isThrownBy(() -> Cursor.decode(Cursor.encode((String) null), 1));
  }

  @Example
  void theLimitIsBounded() {
    assertThat(Cursor.limit(null)).isEqualTo(50);
    assertThat(Cursor.limit(200)).isEqualTo(200);
    assertThatExceptionOfType(Invalid.class).isThrownBy(() -> Cursor.limit(201));
    assertThatExceptionOfType(Invalid.class).isThrownBy(() -> Cursor.limit(0));
  }

  @Example
  void aPageIsFollowedByAnotherOnlyWhenThereIsMore() {
    List<Integer> rows = IntStream.rangeClosed(1, 4).boxed().toList();
    Page<Integer> first = Cursor.page(rows, 3, n -> new String[] {n.toString()});
    assertThat(first.items()).containsExactly(1, 2, 3);
    assertThat(Cursor.decode(first.nextCursor(), 1)).containsExactly("3");
    assertThat(Cursor.page(rows, 4, n -> new String[] {n.toString()}).nextCursor()).isNull();
    assertThat(Cursor.decode(null, 1)).isEmpty();
  }
}
