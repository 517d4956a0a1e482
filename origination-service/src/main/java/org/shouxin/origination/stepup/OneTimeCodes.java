package org.shouxin.origination.stepup;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.shouxin.origination.stepup.model.OneTimeCode;

/** The codes that were sent. */
public interface OneTimeCodes {

  /** Keeps a code. */
  Uni<Void> add(OneTimeCode code);

  /** The latest code for a thing, locked; null when none was sent. */
  Uni<OneTimeCode> latestForUpdate(String purpose, UUID subjectId);

  /** How many were sent for a thing. */
  Uni<Long> count(String purpose, UUID subjectId);
}
