package org.shouxin.chassis.http;

import org.jboss.logging.Logger;
import org.shouxin.chassis.problem.Problem;

/** What the caller is not told: a defect with its trace, an outage in one line. */
final class FailureLog {

  private static final Logger LOG = Logger.getLogger(FailureLog.class);
  private static final int INTERNAL = 500;
  private static final int UNAVAILABLE = 503;

  private FailureLog() {}

  static void write(Problem problem, Throwable failure) {
    if (problem.status() == INTERNAL) {
      LOG.error("request failed", failure);
    } else if (problem.status() == UNAVAILABLE) {
      LOG.warnf("something is unavailable: %s", failure);
    }
  }
}
