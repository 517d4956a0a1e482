package org.shouxin.collections.report;

import io.smallrye.mutiny.Uni;

/** The service's own figures; in the caller's unit of work. */
public interface Summaries {
  Uni<Summary> now();
}
