package org.shouxin.origination.remote;

import io.smallrye.mutiny.Uni;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * A step before the transaction, done or refused. A refusal is held back until the request's key is
 * claimed: a twin that comes late finds the first one's work done and would be refused for it,
 * while its true answer is the first one's.
 */
public final class Attempt<T> {

  private final T result;
  private final RuntimeException refusal;

  private Attempt(T result, RuntimeException refusal) {
    this.result = result;
    this.refusal = refusal;
  }

  /** Runs a step and holds back its refusal; other failures go through. */
  public static <T> Uni<Attempt<T>> of(Uni<T> step) {
    return step.map(result -> new Attempt<>(result, null))
        .onFailure(RuleViolation.class)
        .recoverWithItem(refused -> new Attempt<>(null, (RuntimeException) refused))
        .onFailure(NotFound.class)
        .recoverWithItem(missing -> new Attempt<>(null, (RuntimeException) missing));
  }

  /** The step's result; throws what it was refused for. */
  public T get() {
    if (refusal != null) {
      throw refusal;
    }
    return result;
  }
}
