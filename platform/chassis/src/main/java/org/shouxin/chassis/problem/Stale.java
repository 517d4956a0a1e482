package org.shouxin.chassis.problem;

/** The caller decided on a version that is no longer the current one: 412. */
public class Stale extends RuntimeException {

  public Stale(String what) {
    super(what);
  }

  public Stale(String what, Throwable cause) {
    super(what, cause);
  }
}
