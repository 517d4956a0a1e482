package org.shouxin.servicing.bureau;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.servicing.bureau.model.Objection;

/** Objections of borrowers to what was reported of them. */
public interface Objections {

  /** Adds an objection; false when the loan has an open one. */
  Uni<Boolean> add(Objection objection);

  Uni<Optional<Objection>> locked(UUID objectionId);

  Uni<Void> answer(Objection answered);

  /** Open ones, those that must be answered first first. */
  Uni<List<Objection>> open(int limit);
}
