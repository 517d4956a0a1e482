package org.shouxin.servicing.arrangement;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.servicing.arrangement.model.Arrangement;
import org.shouxin.servicing.arrangement.model.Arrangement.State;
import org.shouxin.servicing.arrangement.model.ArrangementPolicy;
import org.shouxin.servicing.arrangement.model.Wish.Kind;
import org.shouxin.servicing.arrangement.model.Wish.Reason;

/** Requests to change a loan's schedule, what became of them, and the policy for them. */
public interface Arrangements {

  Uni<Void> add(Arrangement arrangement);

  Uni<Optional<Arrangement>> find(UUID id);

  Uni<Optional<Arrangement>> locked(UUID id);

  /** How many of the kind the loan was granted since the day. */
  Uni<Long> grantedSince(UUID loanId, Kind kind, LocalDate day);

  /** Requests by id, the youngest first; null means any. */
  Uni<List<Arrangement>> page(UUID loanId, State state, UUID before, int limit);

  /** A quote that the borrower has not answered. */
  record Unanswered(Arrangement arrangement, UUID borrowerId) {}

  /** Quotes whose last day was before the day, locked; those in use are passed. */
  Uni<List<Unanswered>> unanswered(LocalDate day, int limit);

  /** The policy of a day; empty when the kind is not offered for the reason. */
  Uni<Optional<ArrangementPolicy>> policy(Kind kind, Reason reason, LocalDate day);
}
