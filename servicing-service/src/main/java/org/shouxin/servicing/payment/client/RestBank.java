package org.shouxin.servicing.payment.client;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.payment.Bank;
import org.shouxin.servicing.payment.client.BankClient.Debit;
import org.shouxin.servicing.payment.client.BankClient.OrderState;
import org.shouxin.servicing.payment.client.BankClient.Payout;
import org.shouxin.servicing.payment.model.BankAnswer;
import org.shouxin.servicing.payment.model.BankAnswer.Status;
import org.shouxin.servicing.payment.model.BankOrder;
import org.shouxin.servicing.payment.model.BankOrder.Kind;

/** The bank over HTTP. */
@ApplicationScoped
public class RestBank implements Bank {

  private static final long NO_AMOUNT = -1;

  private final BankClient client;

  RestBank(@RestClient BankClient client) {
    this.client = client;
  }

  @Override
  public Uni<BankAnswer> send(BankOrder order) {
    Uni<OrderState> sent =
        order.kind() == Kind.PAYOUT
            ? client.pay(
                new Payout(
                    order.id(), order.agreement(), order.amount(), order.loanId().toString()))
            : client.debit(new Debit(order.id(), order.agreement(), order.amount(), true));
    return sent.map(state -> answer(order, state))
        .onFailure(BankRefusal.class)
        .recoverWithItem(refusal -> new BankAnswer(Status.FAILED, 0, refusal.reason(), null));
  }

  @Override
  public Uni<BankAnswer> ask(BankOrder order) {
    Uni<OrderState> asked =
        order.kind() == Kind.PAYOUT ? client.payout(order.id()) : client.debitState(order.id());
    return asked
        .map(state -> answer(order, state))
        .onFailure(refusal -> refusal instanceof BankRefusal status && status.notFound())
        .recoverWithItem(BankAnswer::unknownOrder);
  }

  private static BankAnswer answer(BankOrder order, OrderState state) {
    return switch (state.status()) {
      case "SUCCEEDED" ->
          new BankAnswer(
              Status.SUCCEEDED, moved(order, state), state.reason(), state.bankReference());
      case "FAILED" -> new BankAnswer(Status.FAILED, 0, state.reason(), state.bankReference());
      default -> new BankAnswer(Status.PENDING, 0, null, null);
    };
  }

  private static long moved(BankOrder order, OrderState state) {
    Money moved = order.kind() == Kind.PAYOUT ? state.amount() : state.collected();
    return moved != null && moved.currency().equals(order.amount().currency())
        ? moved.minor()
        : NO_AMOUNT;
  }
}
