package org.shouxin.origination.identity;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** The record of every check ever made; rows are added, never changed. */
public interface IdentityChecks {

  /** Adds results of a borrower. */
  Uni<Void> record(UUID borrowerId, List<CheckResult> results);

  /** The latest result of each kind. */
  Uni<List<CheckResult>> latest(UUID borrowerId);
}
