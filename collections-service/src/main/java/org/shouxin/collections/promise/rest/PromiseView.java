package org.shouxin.collections.promise.rest;

import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.collections.promise.model.Promise;
import org.shouxin.collections.promise.model.PromiseState;

/** A promise as its takers see it. */
public record PromiseView(
    UUID id,
    UUID caseId,
    UUID loanId,
    Money amount,
    LocalDate dueDate,
    LocalDate madeOn,
    PromiseState state,
    LocalDate judgedOn,
    Money cleared) {

  static PromiseView of(Promise promise) {
    return new PromiseView(
        promise.id(),
        promise.caseId(),
        promise.loanId(),
        promise.amount(),
        promise.dueDate(),
        promise.madeOn(),
        promise.state(),
        promise.judgedOn(),
        promise.cleared());
  }
}
