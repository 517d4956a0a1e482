package org.shouxin.chassis.problem;

/** There is no such thing, or the caller may not know of it: 404, the same bytes for both. */
public class NotFound extends RuntimeException {

  private final String what;

  /**
   * @param what the kind of thing, as the API calls it
   * @param id kept for the log, never shown
   */
  public NotFound(String what, Object id) {
    super(what + " " + id);
    this.what = what;
  }

  public String what() {
    return what;
  }
}
