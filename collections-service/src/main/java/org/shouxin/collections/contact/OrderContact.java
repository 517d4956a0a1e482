package org.shouxin.collections.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.chassis.security.Caller;
import org.shouxin.collections.collectioncase.FindCase;
import org.shouxin.collections.contact.model.Contact;

/** A collector's contact: reserved in one transaction, then sent at once. */
@ApplicationScoped
public class OrderContact {
  private final MakeContact makeContact;
  private final SendContact sendContact;
  private final RefuseContact refuseContact;
  private final FindCase findCase;
  private final UnitOfWork work;
  private final Caller caller;

  public OrderContact(
      MakeContact makeContact,
      SendContact sendContact,
      RefuseContact refuseContact,
      FindCase findCase,
      UnitOfWork work,
      Caller caller) {
    this.makeContact = makeContact;
    this.sendContact = sendContact;
    this.refuseContact = refuseContact;
    this.findCase = findCase;
    this.work = work;
    this.caller = caller;
  }

  public Attempt attempt(ContactOrder order) {
    return new Attempt(order);
  }

  /** One try at one order; what it reserved, it sends. */
  public final class Attempt {
    private final ContactOrder order;
    private Contact reserved;
    private Disclosure told;

    private Attempt(ContactOrder order) {
      this.order = order;
    }

    /** Judges by what is known here and asks for the address; opens its own units of work. */
    public Uni<MakeContact.Prepared> prepare() {
      return work.reading(() -> findCase.seenBy(caller, order.caseId()))
          .chain(() -> makeContact.prepare(order));
    }

    /** Takes the places of the day; in its caller's transaction. */
    public Uni<Contact> reserve(MakeContact.Prepared prepared) {
      return makeContact
          .reserve(prepared)
          .invoke(
              contact -> {
                reserved = contact;
                told = prepared.told();
              });
    }

    /** Sends what was reserved, if anything was; call it once the reservation is committed. */
    public Uni<Void> send() {
      return reserved == null ? Uni.createFrom().voidItem() : sendContact.send(reserved, told);
    }

    /** Keeps the refusal under its rule. */
    public Uni<Void> refused(RuleViolation refusal) {
      return refuseContact.keep(order, refusal);
    }
  }
}
