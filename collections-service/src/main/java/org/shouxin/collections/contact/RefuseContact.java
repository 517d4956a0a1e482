package org.shouxin.collections.contact;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.RuleViolation;

/** Keeps and counts a refusal; in a transaction of its own, since the refused one was undone. */
@ApplicationScoped
public class RefuseContact {
  private static final String COUNTER = "shouxin.contacts.refused";

  private final Refusals refusals;
  private final LogContact log;
  private final UnitOfWork work;
  private final MeterRegistry meters;

  public RefuseContact(Refusals refusals, LogContact log, UnitOfWork work, MeterRegistry meters) {
    this.refusals = refusals;
    this.log = log;
    this.work = work;
    this.meters = meters;
  }

  public Uni<Void> keep(ContactOrder order, RuleViolation refused) {
    return work.inTransaction(
            () ->
                refusals
                    .keep(
                        new Refusals.Refused(
                            order.caseId(),
                            order.channel(),
                            refused.rule(),
                            refused.detail(),
                            order.plannedAt(),
                            order.actor()))
                    .chain(() -> log.refused(order, refused)))
        .invoke(() -> meters.counter(COUNTER, "rule", refused.rule()).increment());
  }
}
