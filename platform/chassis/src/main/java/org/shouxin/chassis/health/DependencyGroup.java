package org.shouxin.chassis.health;

/** The health group of what every instance shares with its siblings. */
final class DependencyGroup {

  static final String NAME = "dependencies";

  private DependencyGroup() {}
}
