package org.shouxin.chassis.persistence;

import java.util.List;

/**
 * What a transaction only adds or changes and does not read again: it is kept until the work is
 * done, and then written by few statements in one flight before the commit.
 */
public interface Collected {

  /** Asked once, when the work is done; statements of what was collected first go first. */
  List<Statement> statements();
}
