package org.shouxin.chassis.problem;

/**
 * Something we depend on did not answer in time: 503 with {@code Retry-After}. Whether the work was
 * done is unknown; the caller repeats it under the same key until the outcome is definite.
 */
public class Unavailable extends RuntimeException {

  public Unavailable(String what) {
    super(what);
  }

  public Unavailable(String what, Throwable cause) {
    super(what, cause);
  }
}
