package org.shouxin.collections.collectioncase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.shouxin.collections.collectioncase.model.CaseEvent;
import org.shouxin.collections.collectioncase.model.CollectionCase;

/**
 * Notes on every open case of a borrower that they were lost or found; in its caller's transaction.
 */
@ApplicationScoped
public class NoteReachability {
  private static final String CHANNEL = "VOICE";

  private final Cases cases;
  private final TellCase tellCase;

  public NoteReachability(Cases cases, TellCase tellCase) {
    this.cases = cases;
    this.tellCase = tellCase;
  }

  public Uni<Void> lost(UUID borrowerId, String numberStatus, LocalDate day) {
    return onEach(borrowerId, aCase -> aCase.contactLost(CHANNEL, numberStatus, day));
  }

  public Uni<Void> found(UUID borrowerId, String numberStatus, LocalDate day) {
    return onEach(borrowerId, aCase -> aCase.contactFound(CHANNEL, numberStatus, day));
  }

  private Uni<Void> onEach(UUID borrowerId, Function<CollectionCase, List<CaseEvent>> step) {
    return cases
        .openOfBorrower(borrowerId)
        .chain(
            open -> {
              List<CaseEvent> happened = new ArrayList<>();
              open.forEach(aCase -> happened.addAll(step.apply(aCase)));
              return tellCase.tell(happened);
            });
  }
}
