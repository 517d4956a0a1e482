package org.shouxin.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TraceParentTest {

  private static final String GOOD = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @Test
  void withoutATracerTheCallersContextIsPassedOn() {
    assertThat(TraceParent.of(Span.getInvalid(), GOOD)).contains(GOOD);
  }

  @Test
  void withoutBothANewOneIsMade() {
    for (String bad :
        new String[] {
          null,
          "",
          "nonsense",
          "00-00000000000000000000000000000000-b7ad6b7169203331-01",
          GOOD.toUpperCase(Locale.ROOT),
          GOOD + "\r\nX: 1"
        }) {
      assertThat(TraceParent.of(Span.getInvalid(), bad).orElseThrow())
          .isNotEqualTo(bad)
          .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
    }
  }
}
