package org.shouxin.collections.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.RuleViolation;

/** Makes one contact for the planner, under the same law as everybody else's. */
@ApplicationScoped
public class PlannedContact {
  private final MakeContact makeContact;
  private final SendContact sendContact;
  private final RefuseContact refuseContact;
  private final UnitOfWork work;

  public PlannedContact(
      MakeContact makeContact,
      SendContact sendContact,
      RefuseContact refuseContact,
      UnitOfWork work) {
    this.makeContact = makeContact;
    this.sendContact = sendContact;
    this.refuseContact = refuseContact;
    this.work = work;
  }

  /** What came of it: the contact's id, or the rule that refused it. */
  public record Made(Optional<UUID> contactId, Optional<String> refusedBy) {}

  /**
   * Makes the contact; opens its own transactions.
   *
   * @param alsoInTheSame work for the transaction that takes the places, so that a repeated run
   *     finds the contact made
   */
  public Uni<Made> make(ContactOrder order, Supplier<Uni<Void>> alsoInTheSame) {
    return makeContact
        .prepare(order)
        .chain(
            prepared ->
                work.inTransaction(() -> makeContact.reserve(prepared).call(alsoInTheSame::get))
                    .call(contact -> sendContact.send(contact, prepared.told())))
        .map(contact -> new Made(Optional.of(contact.id()), Optional.empty()))
        .onFailure(RuleViolation.class)
        .recoverWithUni(refusal -> refused(order, refusal));
  }

  private Uni<Made> refused(ContactOrder order, RuleViolation refusal) {
    return refuseContact
        .keep(order, refusal)
        .replaceWith(new Made(Optional.empty(), Optional.of(refusal.rule())));
  }
}
