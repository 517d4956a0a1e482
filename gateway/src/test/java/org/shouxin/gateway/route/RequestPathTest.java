package org.shouxin.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RequestPathTest {

  @Test
  void normalPathsAreTakenAsTheyAre() {
    RequestPath path = RequestPath.of("/api/servicing/v1/loans/1?cursor=a%2Fb&x=..").orElseThrow();

    assertThat(path.text()).isEqualTo("/api/servicing/v1/loans/1");
    assertThat(path.segments()).containsExactly("api", "servicing", "v1", "loans", "1");
    assertThat(path.query()).isEqualTo("?cursor=a%2Fb&x=..");
    assertThat(RequestPath.of("/v1/business-days/2026-01-01")).isPresent();
    assertThat(RequestPath.of("/v1/%E5%BC%A0")).isPresent();
    assertThat(RequestPath.of("/v1/a%20b")).isPresent();
  }

  @Property(tries = 5000)
  void whatIsTakenHasOneMeaning(@ForAll("targets") String target) {
    Optional<RequestPath> taken = RequestPath.of(target);

    taken.ifPresent(
        path -> {
          assertThat(URI.create(path.text()).normalize().getRawPath()).isEqualTo(path.text());
          String decoded = URLDecoder.decode(path.text(), StandardCharsets.UTF_8);
          assertThat(decoded).doesNotContain("..", "\\", ";", "//", "\0", "%", "\uFFFD");
          assertThat(decoded.chars().filter(c -> c == '/').count())
              .isEqualTo(path.text().chars().filter(c -> c == '/').count());
        });
  }

  @Provide
  Arbitrary<String> targets() {
    return Arbitraries.of(
            "a",
            "v1",
            ".",
            "..",
            "/",
            "%2e",
            "%2F",
            "%5c",
            "\\",
            ";",
            "%00",
            "%25",
            "%",
            "%e5",
            "%BC%A0",
            "%E5%BC%A0",
            "%20",
            "-",
            "~",
            "%41",
            "\t",
            "é",
            "%c0%ae")
        .list()
        .ofMaxSize(8)
        .map(parts -> "/" + String.join("", parts));
  }
}
