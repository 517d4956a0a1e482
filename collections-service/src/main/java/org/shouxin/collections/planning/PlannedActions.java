package org.shouxin.collections.planning;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouxin.collections.planning.model.PlannedStep;

/** The actions planned, one per case and date. Every call runs in the caller's unit of work. */
public interface PlannedActions {
  /** An action that still has to be carried out. */
  record Due(UUID id, PlannedStep step) {}

  /** Writes the actions; one whose case has an action on that date already is left out. */
  Uni<Void> plan(LocalDate date, List<PlannedStep> steps);

  /** The last date with an action in the case's present tier. */
  Uni<Map<UUID, LocalDate>> lastDates(Collection<UUID> caseIds);

  /** Actions of the date that were planned before the instant and are not carried out. */
  Uni<List<Due>> due(LocalDate date, Instant plannedBefore, int limit);

  /** Actions of dates that are over and were never carried out. */
  Uni<Void> lapseBefore(LocalDate date);

  /** Marks an action as carried out; false when it was already. */
  Uni<Boolean> done(UUID id);

  Uni<Void> refused(UUID id, String rule);

  /** It could not be tried now; after too many tries it is given up. */
  Uni<Void> failed(UUID id);
}
