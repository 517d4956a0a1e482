package org.shouxin.chassis.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonMappingException;
import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {

  @ParameterizedTest
  @ValueSource(strings = {"08006", "57P01", "57014", "53300", "40001", "40P01", "55P03", "58030"})
  void aDatabaseThatCannotNowIsUnavailable(String state) {
    Exception ofTheDriver = new PgException("m", "FATAL", state, null);
    assertThat(status(new RuntimeException(ofTheDriver))).isEqualTo(503);
    assertThat(status(new RuntimeException(new SQLException("m", state)))).isEqualTo(503);
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "42P01", "22001"})
  void aWrongStatementIsADefect(String state) {
    assertThat(status(new RuntimeException(new SQLException("m", state)))).isEqualTo(500);
  }

  @Test
  void aBodyOverTheLimitIsTooLargeWhereverItWasNoticed() {
    IOException noticed = new IOException("Request too large");
    assertThat(status(noticed)).isEqualTo(413);
    assertThat(status(new JsonMappingException(null, "in a field", noticed))).isEqualTo(413);
    assertThat(status(new WebApplicationException(noticed, 400))).isEqualTo(413);
  }

  @Test
  void causesAreLookedAt() {
    assertThat(status(new IllegalStateException(new ConnectException("refused")))).isEqualTo(503);
    assertThat(status(new IllegalStateException(new IOException("broken pipe")))).isEqualTo(503);
    assertThat(status(new IllegalStateException(new EOFException("no line")))).isEqualTo(500);
    assertThat(status(new IllegalStateException(new OptimisticLockException()))).isEqualTo(412);
  }

  private static int status(Throwable failure) {
    return Problems.of(failure).status();
  }
}
