package org.shouxin.servicing.classification;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.servicing.classification.model.Watch;

/** Puts a loan under watch when it is restructured, in the caller's transaction (CN-CLASS-02). */
@ApplicationScoped
public class WatchRestructured {

  private final LoanClasses classes;

  WatchRestructured(LoanClasses classes) {
    this.classes = classes;
  }

  /**
   * @param firstDueDate the first due date after the restructuring
   * @param secondPeriodEnd due date that ends the second period after it, or the last one there is
   */
  public Uni<Void> begin(
      UUID loanId, LocalDate restructuredOn, LocalDate firstDueDate, LocalDate secondPeriodEnd) {
    return classes
        .current(loanId)
        .chain(
            before ->
                classes.watch(
                    loanId, Watch.of(restructuredOn, firstDueDate, secondPeriodEnd, before)));
  }
}
