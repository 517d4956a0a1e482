package org.shouxin.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PathPatternTest {

  private static boolean matches(String pattern, String path) {
    return PathPattern.of(pattern).matches(Arrays.asList(path.substring(1).split("/", -1)));
  }

  @Test
  void literalsOneSegmentAndTheRest() {
    assertThat(matches("/v1/loans", "/v1/loans")).isTrue();
    assertThat(matches("/v1/loans", "/v1/loans/1")).isFalse();
    assertThat(matches("/v1/loans/*", "/v1/loans/1")).isTrue();
    assertThat(matches("/v1/loans/*", "/v1/loans")).isFalse();
    assertThat(matches("/v1/loans/*", "/v1/loans/1/schedule")).isFalse();
    assertThat(matches("/v1/**", "/v1/loans/1/schedule")).isTrue();
    assertThat(matches("/v1/**", "/v1")).isFalse();
  }

  @Test
  void anEmptySegmentIsNeverTaken() {
    assertThat(matches("/v1/**", "/v1/loans/")).isFalse();
    assertThat(matches("/v1/*", "/v1/")).isFalse();
  }

  @Test
  void malformedPatternsAreNamed() {
    for (String bad :
        new String[] {"", "v1", "/", "/v1/**/x", "/v1//x", "/v1/{id}", "/v1/..", "/v1/x*"}) {
      assertThatThrownBy(() -> PathPattern.of(bad))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Property
  void coveringMeansTakingEveryPathOfTheOther(
      @ForAll("patterns") PathPattern one,
      @ForAll("patterns") PathPattern other,
      @ForAll("paths") List<String> path) {
    if (one.covers(other) && other.matches(path)) {
      assertThat(one.matches(path)).isTrue();
    }
  }

  @Provide
  Arbitrary<PathPattern> patterns() {
    Arbitrary<List<String>> middle = Arbitraries.of("a", "b", "*").list().ofMinSize(1).ofMaxSize(3);
    return Combinators.combine(middle, Arbitraries.of(true, false))
        .as(
            (segments, open) ->
                PathPattern.of("/" + String.join("/", segments) + (open ? "/**" : "")));
  }

  @Provide
  Arbitrary<List<String>> paths() {
    return Arbitraries.of("a", "b", "c").list().ofMinSize(1).ofMaxSize(5);
  }
}
