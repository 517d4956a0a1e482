package org.shouxin.servicing.loan.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.shouxin.chassis.inbox.Inbox;
import org.shouxin.chassis.inbox.IncomingEvent;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.loan.OpenLoan;
import org.shouxin.servicing.loan.OpenLoan.SignedContract;
import org.shouxin.servicing.schedule.Rate;
import org.shouxin.servicing.schedule.RepaymentMethod;

/** Opens a loan for every contract that origination had signed. */
@ApplicationScoped
public class ContractedLoans {

  static final String CONTRACTED = "origination.loan.contracted.v1";

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Inbox inbox;
  private final OpenLoan openLoan;

  ContractedLoans(Inbox inbox, OpenLoan openLoan) {
    this.inbox = inbox;
    this.openLoan = openLoan;
  }

  /** The event as this service reads it. */
  record Contracted(
      UUID loanId,
      UUID applicationId,
      UUID borrowerId,
      String borrowerSubject,
      Money principal,
      BigDecimal annualRate,
      RepaymentMethod method,
      int termMonths,
      Instant signedAt,
      String contractHash,
      String paymentAgreement,
      LateRules terms,
      String preferredChannel) {

    record LateRules(
        BigDecimal penaltyRateMultiple, int graceDays, String productCode, String purpose) {}

    SignedContract contract() {
      return new SignedContract(
          loanId,
          applicationId,
          borrowerId,
          borrowerSubject,
          principal,
          new Rate(annualRate),
          method,
          termMonths,
          signedAt.atZone(ZONE).toLocalDate(),
          contractHash,
          paymentAgreement,
          preferredChannel == null ? "SMS" : preferredChannel,
          terms.penaltyRateMultiple(),
          terms.graceDays(),
          terms.productCode(),
          terms.purpose());
    }
  }

  @Incoming("origination-loan")
  Uni<Void> on(ConsumerRecord<String, String> record) {
    return inbox.receive(record, this::apply);
  }

  Uni<Void> apply(IncomingEvent event) {
    return CONTRACTED.equals(event.type())
        ? openLoan.handle(event.as(Contracted.class).contract())
        : Uni.createFrom().voidItem();
  }
}
