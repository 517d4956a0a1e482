package org.shouxin.servicing.loan.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.shouxin.chassis.inbox.Inbox;
import org.shouxin.chassis.inbox.IncomingEvent;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.loan.OpenLoan;
import org.shouxin.servicing.loan.OpenLoan.SignedContract;
import org.shouxin.servicing.schedule.Rate;
import org.shouxin.servicing.schedule.RepaymentMethod;
import org.shouxin.servicing.schedule.Terms;
import org.shouxin.servicing.schedule.TermsText;

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

  /**
   * The event as this service reads it.
   *
   * @param scheduleTerms all terms of the schedule, as a preview takes them; when it is left out,
   *     the plain ones: monthly, 30/360, nothing but rate, method and months
   */
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
      String preferredChannel,
      JsonNode scheduleTerms) {

    record LateRules(
        BigDecimal penaltyRateMultiple, int graceDays, String productCode, String purpose) {}

    SignedContract contract() {
      return new SignedContract(
          loanId,
          applicationId,
          borrowerId,
          borrowerSubject,
          all(),
          signedOn(),
          contractHash,
          paymentAgreement,
          preferredChannel == null ? "SMS" : preferredChannel,
          terms.penaltyRateMultiple(),
          terms.graceDays(),
          terms.productCode(),
          terms.purpose());
    }

    private LocalDate signedOn() {
      return signedAt.atZone(ZONE).toLocalDate();
    }

    private Terms all() {
      if (scheduleTerms == null || scheduleTerms.isNull()) {
        return Terms.monthly(principal, new Rate(annualRate), method, termMonths, signedOn());
      }
      Terms all = TermsText.canonical().read(scheduleTerms.toString(), signedOn());
      if (!all.principal().equals(principal) || all.method() != method) {
        throw Invalid.field(
            "/scheduleTerms", "CONTRACT_TERMS_DIFFER", "the contract says another sum or method");
      }
      return all;
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
