package org.shouxin.collections.hold;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouxin.collections.hold.model.Hold;
import org.shouxin.collections.hold.model.HoldKind;

/** Tells other features who is protected by a hold; runs in its caller's unit of work. */
@ApplicationScoped
public class FindHolds {
  private final Holds holds;

  public FindHolds(Holds holds) {
    this.holds = holds;
  }

  /** A hold in any of the debtor's cases counts: the debtor is protected, not the file. */
  public Uni<ActiveHold> of(UUID borrowerId) {
    return holds
        .activeOfBorrowers(List.of(borrowerId))
        .map(
            active ->
                new ActiveHold(
                    !active.isEmpty(),
                    active.stream().map(Hold::kind).anyMatch(HoldKind::incapable)));
  }

  public Uni<Set<UUID>> heldAmong(Collection<UUID> borrowerIds) {
    return holds
        .activeOfBorrowers(borrowerIds)
        .map(active -> active.stream().map(Hold::borrowerId).collect(Collectors.toSet()));
  }
}
