package org.shouxin.servicing.reconciliation;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.money.Money;

/** Where bank and books disagree. */
public interface Breaks {

  /** OPEN -> RESOLVED (they came to agree) | EXPLAINED | POSTED (by an officer). */
  enum State {
    OPEN,
    RESOLVED,
    EXPLAINED,
    POSTED
  }

  /**
   * A break; amounts are seen from the lender's account, in + and out -.
   *
   * @param bank what the bank says moved
   * @param books what the books say moved
   * @param note what the officer wrote who decided it
   */
  record Break(
      UUID breakId,
      BreakKind kind,
      State state,
      String bankReference,
      UUID orderId,
      Money bank,
      Money books,
      String note,
      String decidedBy,
      Instant decidedAt,
      Instant foundAt) {

    Money difference() {
      return bank.minus(books);
    }
  }

  /** Breaks by id, the oldest first; of every state when none is given. */
  Uni<List<Break>> page(State stateOrNull, UUID after, int limit);

  /** A break, kept from everybody else until the transaction ends. */
  Uni<Optional<Break>> locked(UUID breakId);

  /**
   * @param groupIdOrNull the posting group, when it was posted
   */
  Uni<Void> decide(UUID breakId, State state, String note, String by, UUID groupIdOrNull);
}
