package org.shouxin.collections.planning;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouxin.collections.businessday.CurrentDay;
import org.shouxin.collections.collectioncase.CaseFile;
import org.shouxin.collections.collectioncase.FindCase;
import org.shouxin.collections.hold.FindHolds;
import org.shouxin.collections.planning.model.CaseFacts;
import org.shouxin.collections.planning.model.PlannedStep;
import org.shouxin.collections.planning.model.Planner;
import org.shouxin.collections.planning.model.Strategy;
import org.shouxin.collections.promise.JudgePromises;
import org.shouxin.collections.reachability.FindReach;
import org.shouxin.collections.reachability.Reach;

/** Plans the next business date for every open case; in its caller's transaction. */
@ApplicationScoped
public class PlanDay {
  static final int CASES_AT_ONCE_MAX = 500;
  static final int CASES_PER_DAY_MAX = 5_000;

  private final FindCase findCase;
  private final FindHolds findHolds;
  private final FindReach findReach;
  private final JudgePromises promises;
  private final PlannedActions actions;
  private final Strategies strategies;

  public PlanDay(
      FindCase findCase,
      FindHolds findHolds,
      FindReach findReach,
      JudgePromises promises,
      PlannedActions actions,
      Strategies strategies) {
    this.findCase = findCase;
    this.findHolds = findHolds;
    this.findReach = findReach;
    this.promises = promises;
    this.actions = actions;
    this.strategies = strategies;
  }

  public Uni<Void> plan(LocalDate date) {
    return actions.lapseBefore(date).chain(() -> planFrom(null, date, 0));
  }

  private Uni<Void> planFrom(UUID after, LocalDate date, int seen) {
    return findCase
        .open(after, CASES_AT_ONCE_MAX)
        .chain(
            files -> {
              int total = seen + files.size();
              Uni<Void> planned = planAll(files, date);
              boolean more = files.size() == CASES_AT_ONCE_MAX && total < CASES_PER_DAY_MAX;
              return more
                  ? planned.chain(() -> planFrom(files.get(files.size() - 1).id(), date, total))
                  : planned;
            });
  }

  private Uni<Void> planAll(List<CaseFile> files, LocalDate date) {
    if (files.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<UUID> caseIds = files.stream().map(CaseFile::id).toList();
    List<UUID> borrowers = files.stream().map(CaseFile::borrowerId).distinct().toList();
    return findHolds
        .heldAmong(borrowers)
        .chain(
            held ->
                promises
                    .casesWithOpen(caseIds)
                    .chain(
                        promised ->
                            findReach
                                .ofAll(borrowers)
                                .chain(
                                    reach ->
                                        actions
                                            .lastDates(caseIds)
                                            .map(last -> new Known(held, promised, reach, last)))))
        .chain(known -> actions.plan(date, steps(files, known, date)));
  }

  private record Known(
      Set<UUID> held, Set<UUID> promised, Map<UUID, Reach> reach, Map<UUID, LocalDate> last) {

    CaseFacts of(CaseFile file) {
      Reach found = reach.get(file.borrowerId());
      return new CaseFacts(
          file.id(),
          file.tier(),
          file.tierSince(),
          file.inGrace(),
          held.contains(file.borrowerId()),
          promised.contains(file.id()),
          found.numberLost(),
          found.zone(),
          Optional.ofNullable(last.get(file.id())));
    }
  }

  private List<PlannedStep> steps(List<CaseFile> files, Known known, LocalDate date) {
    Strategy strategy = strategies.at(date);
    return files.stream()
        .map(file -> Planner.next(known.of(file), strategy, date, CurrentDay.INSTITUTION))
        .flatMap(Optional::stream)
        .toList();
  }
}
