package org.shouxin.chassis.inbox;

/** An event came before one that its stream has in front of it. */
class Gap extends RuntimeException {

  private final boolean parked;

  Gap(IncomingEvent event, Position position) {
    super(
        "gap: version %d.%d came after %d.%d%s"
            .formatted(
                event.version(),
                event.ordinal(),
                position.version(),
                position.ordinal(),
                position.parked() ? ", the stream waits for a replay" : ""));
    this.parked = position.parked();
  }

  /** Whether waiting is useless: what is missing lies in the dead-letter topic. */
  boolean parked() {
    return parked;
  }
}
