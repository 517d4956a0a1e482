package org.shouxin.chassis.persistence;

import io.smallrye.mutiny.CompositeException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.hibernate.StaleStateException;
import org.shouxin.chassis.problem.Stale;
import org.shouxin.chassis.problem.Unavailable;

/** Tells "the database cannot now" from "the statement was wrong". */
public final class DatabaseFailures {

  private static final int CAUSES_MAX = 20;
  private static final String CONNECTION_EXCEPTION_CLASS = "08";
  private static final String OPERATOR_INTERVENTION_CLASS = "57";
  private static final String INSUFFICIENT_RESOURCES_CLASS = "53";
  private static final String SYSTEM_ERROR_CLASS = "58";
  private static final Set<String> PASSING =
      Set.of(
          "40001", // serialization failure
          "40P01", // deadlock
          "55P03", // lock not available
          "25P03", // idle-in-transaction timeout
          "25P04", // transaction timeout
          "25006"); // read-only: a standby that was the primary
  private static final Set<String> CLIENT_MESSAGES =
      Set.of(
          "Connection closed",
          "Connection is not active now",
          "Failed to read any response from the server",
          "Timeout");

  private DatabaseFailures() {}

  /** Names a passing failure {@link Unavailable} and a lost race {@link Stale}; else the same. */
  public static Throwable translate(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++, cause = cause.getCause()) {
      if (cause instanceof Unavailable || cause instanceof Stale) {
        return cause;
      }
      if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
        return new Stale("changed by somebody else meanwhile", failure);
      }
      if (isPassing(cause) || cause instanceof CompositeException several && anyPassing(several)) {
        return new Unavailable("database", failure);
      }
    }
    return failure;
  }

  /** Work and its rollback failed both: the line may have shown that it was cut only in one. */
  private static boolean anyPassing(CompositeException several) {
    return several.getCauses().stream().anyMatch(one -> translate(one) instanceof Unavailable);
  }

  private static boolean isPassing(Throwable cause) {
    if (cause instanceof PgException postgres) {
      return isPassing(postgres.getSqlState());
    }
    if (cause instanceof SQLException sql) {
      return isPassing(sql.getSQLState());
    }
    return isOfTheLine(cause)
        || cause.getMessage() != null
            && CLIENT_MESSAGES.stream().anyMatch(cause.getMessage()::startsWith);
  }

  /** A cut that is noticed by writing is an IOException and no kind of it. */
  private static boolean isOfTheLine(Throwable cause) {
    return cause.getClass() == IOException.class
        || cause instanceof SocketException
        || cause instanceof UnknownHostException
        || cause instanceof InterruptedIOException
        || cause instanceof ClosedChannelException
        || cause instanceof ClosedConnectionException
        || cause instanceof TimeoutException;
  }

  private static boolean isPassing(String state) {
    return state != null
        && (PASSING.contains(state)
            || state.startsWith(CONNECTION_EXCEPTION_CLASS)
            || state.startsWith(OPERATOR_INTERVENTION_CLASS)
            || state.startsWith(INSUFFICIENT_RESOURCES_CLASS)
            || state.startsWith(SYSTEM_ERROR_CLASS));
  }
}
