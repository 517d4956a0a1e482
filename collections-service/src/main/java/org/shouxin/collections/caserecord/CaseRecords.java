package org.shouxin.collections.caserecord;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** The records of all cases; they are only ever added to. In the caller's unit of work. */
public interface CaseRecords {
  Uni<Void> add(CaseRecord newest);

  /** Records of a case, the oldest first, after the given leaf if it is not null. */
  Uni<List<CaseRecord>> ofCase(UUID caseId, UUID after, int rows);
}
