package org.shouxin.origination.report;

import io.smallrye.mutiny.Uni;

/** The counts behind the reports. */
public interface Summaries {

  /** As of now. */
  Uni<Summary> now();
}
