package org.shouxin.collections.reachability;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.collections.reachability.model.ReachState;
import org.shouxin.collections.reachability.model.Reachability;

/** Tells other features how borrowers can be reached; runs in its caller's unit of work. */
@ApplicationScoped
public class FindReach {
  private final Reachabilities reachabilities;
  private final ContactPoints points;

  public FindReach(Reachabilities reachabilities, ContactPoints points) {
    this.reachabilities = reachabilities;
    this.points = points;
  }

  public Uni<Reach> of(UUID borrowerId) {
    return ofAll(List.of(borrowerId)).map(all -> all.get(borrowerId));
  }

  /** An entry for every borrower asked about; one never heard of is reachable, zone unknown. */
  public Uni<Map<UUID, Reach>> ofAll(Collection<UUID> borrowerIds) {
    return reachabilities
        .findAll(borrowerIds)
        .chain(known -> points.known(borrowerIds).map(told -> merge(borrowerIds, known, told)));
  }

  /** Whether a contact point was closed for ever because its number went to a stranger. */
  public Uni<Boolean> isRecycled(UUID contactPointId) {
    return points.isRecycled(contactPointId);
  }

  /** Remembers what a disclosure told beside the address. */
  public Uni<Void> learn(UUID borrowerId, String zone, UUID numberPointId) {
    return points.learn(borrowerId, zone, numberPointId);
  }

  /** The zone of that name; empty when it names none. */
  public static Optional<ZoneId> zone(String name) {
    try {
      return Optional.ofNullable(name).map(ZoneId::of);
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  private static Map<UUID, Reach> merge(
      Collection<UUID> ids, List<Reachability> known, Map<UUID, ContactPoints.Known> told) {
    Map<UUID, Reachability> byBorrower = new HashMap<>();
    known.forEach(reach -> byBorrower.put(reach.borrowerId(), reach));
    Map<UUID, Reach> all = new HashMap<>();
    for (UUID id : ids) {
      Optional<Reachability> reach = Optional.ofNullable(byBorrower.get(id));
      ReachState state = reach.map(Reachability::state).orElse(ReachState.REACHABLE);
      ContactPoints.Known point = told.getOrDefault(id, ContactPoints.Known.NOTHING);
      all.put(
          id,
          new Reach(
              state.name(),
              state == ReachState.EMPTY,
              state == ReachState.RECYCLED,
              reach.map(Reachability::failuresInRow).orElse(0),
              zone(point.zone()),
              Optional.ofNullable(point.numberPointId())));
    }
    return all;
  }
}
