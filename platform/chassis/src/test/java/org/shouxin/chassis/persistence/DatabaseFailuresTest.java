package org.shouxin.chassis.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.smallrye.mutiny.CompositeException;
import io.vertx.core.impl.NoStackTraceThrowable;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.Unavailable;

/** What a cut line looks like from inside. */
class DatabaseFailuresTest {

  private static final Throwable CUT =
      new NoStackTraceThrowable("Connection is not active now, current status: CLOSED");

  @Test
  void aLineThatIsCutIsUnavailableHoweverItIsNoticed() {
    for (Throwable failure :
        List.of(
            new IOException("Broken pipe"),
            new CompositeException(new IOException("Broken pipe"), CUT),
            new CompositeException(new IllegalStateException("half way"), CUT),
            new IllegalStateException(CUT))) {
      assertThat(DatabaseFailures.translate(failure)).isInstanceOf(Unavailable.class);
    }
  }

  @Test
  void whatIsWrongInItselfStaysWhatItIs() {
    for (Throwable failure :
        List.of(
            new JsonParseException(null, "not JSON"),
            new NotFound("thing", "t-1"),
            new CompositeException(new NotFound("thing", "t-1"), new IllegalStateException()))) {
      assertThat(DatabaseFailures.translate(failure)).isSameAs(failure);
    }
  }
}
