package org.shouxin.servicing.cover;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.servicing.cover.model.LinkedCover;
import org.shouxin.servicing.cover.model.LinkedCover.Cause;
import org.shouxin.servicing.cover.model.LinkedCover.Kind;

/** Covers of loans, and those of which a day has something to say. */
public interface Covers {

  Uni<Void> add(LinkedCover cover);

  Uni<Optional<LinkedCover>> locked(UUID id);

  /** Covers of a loan, the youngest first. */
  Uni<List<LinkedCover>> ofLoan(UUID loanId);

  /**
   * A cover that lapses soon, or has.
   *
   * @param lapsesOn last day that is covered as things stand
   */
  record Lapse(
      UUID coverId,
      Kind kind,
      Cause cause,
      LocalDate lapsesOn,
      UUID loanId,
      UUID borrowerId,
      String preferredChannel,
      String currency) {}

  /** Covers to be warned of on the day, each warning once; they count as warned from now on. */
  Uni<List<Lapse>> warn(LocalDate day);

  /** Covers that no longer cover on the day; they are LAPSED from now on. */
  Uni<List<Lapse>> lapse(LocalDate day);
}
