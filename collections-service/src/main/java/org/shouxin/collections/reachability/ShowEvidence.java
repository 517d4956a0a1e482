package org.shouxin.collections.reachability;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.security.Caller;
import org.shouxin.collections.collectioncase.FindCase;
import org.shouxin.collections.reachability.model.Transition;

/** Shows how the borrower of a case can be reached and every dated step that led there. */
@ApplicationScoped
public class ShowEvidence {
  private final Reachabilities reachabilities;
  private final FindReach findReach;
  private final FindCase findCase;
  private final UnitOfWork work;
  private final Caller caller;

  public ShowEvidence(
      Reachabilities reachabilities,
      FindReach findReach,
      FindCase findCase,
      UnitOfWork work,
      Caller caller) {
    this.reachabilities = reachabilities;
    this.findReach = findReach;
    this.findCase = findCase;
    this.work = work;
    this.caller = caller;
  }

  /** State now, and the steps in order. */
  public record Evidence(Reach reach, List<Transition> steps) {}

  public Uni<Evidence> of(UUID caseId) {
    return work.reading(
        () ->
            findCase
                .seenBy(caller, caseId)
                .chain(
                    file ->
                        findReach
                            .of(file.borrowerId())
                            .chain(
                                reach ->
                                    reachabilities
                                        .evidence(file.borrowerId())
                                        .map(steps -> new Evidence(reach, steps)))));
  }
}
