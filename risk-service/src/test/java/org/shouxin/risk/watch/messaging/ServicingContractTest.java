package org.shouxin.risk.watch.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouxin.risk.watch.messaging.EventBodies.BORROWER;
import static org.shouxin.risk.watch.messaging.EventBodies.LOAN;
import static org.shouxin.risk.watch.messaging.EventBodies.OTHER;
import static org.shouxin.risk.watch.messaging.EventBodies.date;
import static org.shouxin.risk.watch.messaging.EventBodies.event;
import static org.shouxin.risk.watch.messaging.EventBodies.expect;
import static org.shouxin.risk.watch.messaging.EventBodies.money;

import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shouxin.chassis.money.Money;

/** What risk needs of servicing's events. */
@ExtendWith(PactConsumerTestExt.class)
class ServicingContractTest {

  @Pact(consumer = "risk", provider = "servicing")
  V4Pact events(PactBuilder pact) {
    expect(
        pact,
        LoanEvents.DISBURSED,
        body -> {
          loan(body);
          money(body, "principal", "20000.00");
        });
    for (String type : List.of(LoanEvents.PAYMENT_RECEIVED, LoanEvents.PAYMENT_REVERSED)) {
      expect(
          pact,
          type,
          body -> {
            loan(body);
            body.object("allocation", allocation -> money(allocation, "principal", "900.00"));
          });
    }
    expect(
        pact,
        LoanEvents.DELINQUENCY_CHANGED,
        body -> {
          loan(body);
          body.integerType("daysPastDue", 31);
          body.stringMatcher("stage", "CURRENT|GRACE|M1|M2|M3|M4_PLUS|WRITTEN_OFF", "M2");
          money(body, "principalOutstanding", "900.00");
        });
    expect(pact, LoanEvents.CLOSED, ServicingContractTest::loan);
    expect(
        pact,
        LoanEvents.WRITTEN_OFF,
        body -> {
          loan(body);
          date(body, "businessDate");
          money(body, "amount", "900.00");
          body.stringType("reason", "UNREACHABLE");
          body.uuid("logLeafId", OTHER);
        });
    return expect(
            pact,
            DayConsumer.DAY_CLOSED,
            body -> {
              date(body, "date");
              body.stringMatcher("nextDate", "\\d{4}-\\d{2}-\\d{2}", "2026-06-02");
            })
        .toPact();
  }

  @Test
  @PactTestFor(pactMethod = "events", providerType = ProviderType.ASYNCH)
  void readsWhatServicingTells(List<V4Interaction.AsynchronousMessage> messages) {
    Money principal = Money.of("900.00", "CNY");
    assertThat(event(messages, LoanEvents.DISBURSED).as(LoanEvents.LoanDisbursed.class))
        .isEqualTo(new LoanEvents.LoanDisbursed(LOAN, BORROWER, Money.of("20000.00", "CNY")));
    LoanEvents.PaymentMoved moved =
        new LoanEvents.PaymentMoved(LOAN, new LoanEvents.Allocation(principal));
    assertThat(event(messages, LoanEvents.PAYMENT_RECEIVED).as(LoanEvents.PaymentMoved.class))
        .isEqualTo(moved);
    assertThat(event(messages, LoanEvents.PAYMENT_REVERSED).as(LoanEvents.PaymentMoved.class))
        .isEqualTo(moved);
    assertThat(
            event(messages, LoanEvents.DELINQUENCY_CHANGED).as(LoanEvents.DelinquencyChanged.class))
        .isEqualTo(new LoanEvents.DelinquencyChanged(LOAN, BORROWER, 31, "M2", principal));
    assertThat(event(messages, LoanEvents.CLOSED).as(LoanEvents.LoanClosed.class))
        .isEqualTo(new LoanEvents.LoanClosed(LOAN, BORROWER));
    assertThat(event(messages, LoanEvents.WRITTEN_OFF).as(LoanEvents.LoanWrittenOff.class))
        .isEqualTo(
            new LoanEvents.LoanWrittenOff(
                LOAN, BORROWER, LocalDate.of(2026, 6, 1), principal, "UNREACHABLE", OTHER));
    assertThat(event(messages, DayConsumer.DAY_CLOSED).as(DayConsumer.DayClosed.class).nextDate())
        .isEqualTo(LocalDate.of(2026, 6, 2));
  }

  private static void loan(LambdaDslObject body) {
    body.uuid("loanId", LOAN);
    body.uuid("borrowerId", BORROWER);
  }
}
