package org.shouxin.servicing.paylink;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.loan.ViewLoans;
import org.shouxin.servicing.paylink.model.PayLink;
import org.shouxin.servicing.payment.PayNow;
import org.shouxin.servicing.payment.PaymentStanding;
import org.shouxin.servicing.payment.PaymentStanding.State;

/**
 * Shows what a link pays, and has it paid: by a debit of the borrower's account, as if the borrower
 * had signed in. The link itself makes it happen once: asked again it answers with the payment that
 * is under way, and refuses once that has succeeded.
 */
@ApplicationScoped
public class PayByLink {

  private final PayLinks links;
  private final SignLinks signing;
  private final ViewLoans loans;
  private final PayNow payNow;
  private final UnitOfWork work;
  private final Clock clock;

  PayByLink(
      PayLinks links,
      SignLinks signing,
      ViewLoans loans,
      PayNow payNow,
      UnitOfWork work,
      Clock clock) {
    this.links = links;
    this.signing = signing;
    this.loans = loans;
    this.payNow = payNow;
    this.work = work;
    this.clock = clock;
  }

  /**
   * A link as it stands.
   *
   * @param amount what it would pay now, or what its payment was ordered for
   * @param payment what it brought, if anything
   */
  public record Seen(PayLink link, Money amount, Optional<PaymentStanding> payment) {}

  public Uni<Seen> show(String text) {
    UUID id = signing.id(text);
    return work.reading(() -> links.find(id).map(this::usable).chain(this::seen));
  }

  /** Orders the debit in a transaction of its own; the payment that is under way, if one is. */
  public Uni<Seen> pay(String text) {
    UUID id = signing.id(text);
    return work.inTransaction(
        () -> links.locked(id).map(this::usable).chain(this::seen).chain(this::once));
  }

  private PayLink usable(Optional<PayLink> found) {
    PayLink link = found.orElseThrow(SignLinks::unknown);
    link.requireInTime(clock.instant());
    return link;
  }

  private Uni<Seen> seen(PayLink link) {
    return link.paymentIdOrNull() == null
        ? open(link, Optional.empty())
        : payNow
            .brought(link.paymentIdOrNull())
            .chain(
                payment ->
                    payment.state() == State.FAILED
                        ? open(link, Optional.of(payment))
                        : Uni.createFrom()
                            .item(new Seen(link, payment.amount(), Optional.of(payment))));
  }

  private Uni<Seen> open(PayLink link, Optional<PaymentStanding> failed) {
    return link.amountOrNull() == null
        ? loans.dueForService(link.loanId()).map(due -> new Seen(link, due, failed))
        : Uni.createFrom().item(new Seen(link, link.amountOrNull(), failed));
  }

  private Uni<Seen> once(Seen seen) {
    State state = seen.payment().map(PaymentStanding::state).orElse(State.FAILED);
    return switch (state) {
      case PROCESSING -> Uni.createFrom().item(seen);
      case FAILED -> order(seen);
      case PAID, UNDER_REVIEW ->
          throw RuleViolation.conflict("PAY_LINK_USED", "the link has brought its payment");
    };
  }

  private Uni<Seen> order(Seen seen) {
    PayLink link = seen.link();
    return payNow
        .orderByLink(link.loanId(), link.amount(seen.amount()))
        .call(order -> links.brought(link.id(), order.paymentId()))
        .map(order -> new Seen(link, order.amount(), Optional.of(order)));
  }
}
