package org.shouxin.collections.promise.model;

import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.chassis.money.Money;

/** What happened to a promise; days are business dates. */
public sealed interface PromiseEvent {
  UUID caseId();

  record PromiseMade(
      UUID caseId,
      UUID promiseId,
      UUID loanId,
      UUID borrowerId,
      Money amount,
      LocalDate dueDate,
      LocalDate madeOn)
      implements PromiseEvent {}

  record PromiseKept(
      UUID caseId,
      UUID promiseId,
      UUID loanId,
      UUID borrowerId,
      Money amount,
      LocalDate dueDate,
      LocalDate judgedOn)
      implements PromiseEvent {}

  record PromiseBroken(
      UUID caseId,
      UUID promiseId,
      UUID loanId,
      UUID borrowerId,
      Money amount,
      LocalDate dueDate,
      LocalDate judgedOn,
      Money shortfall)
      implements PromiseEvent {}
}
