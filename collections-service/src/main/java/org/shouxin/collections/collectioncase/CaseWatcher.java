package org.shouxin.collections.collectioncase;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;

/** A feature that must act in the transaction in which a case opens or closes. */
public interface CaseWatcher {
  default Uni<Void> caseOpened(CaseFile opened, LocalDate day) {
    return Uni.createFrom().voidItem();
  }

  default Uni<Void> caseClosed(CaseFile closed, LocalDate day) {
    return Uni.createFrom().voidItem();
  }
}
