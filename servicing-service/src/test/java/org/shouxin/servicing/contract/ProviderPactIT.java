package org.shouxin.servicing.contract;

import static org.awaitility.Awaitility.await;

import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.provider.MessageAndMetadata;
import au.com.dius.pact.provider.PactVerifyProvider;
import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.MessageTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.IgnoreNoPactsToVerify;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shouxin.localstack.testing.TestTokens;
import org.shouxin.servicing.testing.Lender;
import org.shouxin.servicing.testing.Lender.Borrower;
import org.shouxin.servicing.testing.Lender.Deal;
import org.shouxin.servicing.testing.OriginationStub;
import org.shouxin.servicing.testing.Topics;
import org.shouxin.servicing.testing.Topics.Seen;

/**
 * Servicing keeps what others rely on. Events are those that really leave: loans are lived through,
 * and what then stands on the topic is compared.
 */
@QuarkusTest
@Provider("servicing")
@PactFolder("${shouxin.root}/contracts/pacts")
@IgnoreNoPactsToVerify
@Tag("provider")
class ProviderPactIT {

  private static final Deal LONG = new Deal("1200.00", "0.12", "EQUAL_PRINCIPAL", 12);
  private static final Deal SHORT = new Deal("1200.00", "0.12", "BULLET", 1);
  private static final String LOAN_TOPIC = "servicing.loan";

  /** The loan that was never paid, the one that was paid off, and the one with a change of mind. */
  private static UUID unpaid;

  private static UUID paidOff;
  private static UUID changed;

  @TestHTTPResource("/")
  URI service;

  private final Lender lender = new Lender();

  @BeforeEach
  void target(PactVerificationContext verification) {
    if (verification == null) {
      return;
    }
    if (verification.getInteraction() instanceof V4Interaction.SynchronousHttp call) {
      String token = TestTokens.serviceToken(verification.getPact().getConsumer().getName());
      call.getRequest().getHeaders().put("Authorization", List.of("Bearer " + token));
      verification.setTarget(new HttpTestTarget(service.getHost(), service.getPort(), "/"));
    } else {
      verification.setTarget(new MessageTestTarget(List.of("org.shouxin.servicing.contract")));
    }
  }

  @TestTemplate
  @ExtendWith(PactVerificationInvocationContextProvider.class)
  void keepsTheContract(PactVerificationContext verification) {
    if (verification != null) {
      verification.verifyInteraction();
    }
  }

  @State("a loan that is past its grace")
  void lateLoan(Map<String, Object> parameters) {
    UUID loanId = UUID.fromString(parameters.get("loanId").toString());
    if (lender.as("officer").get("/v1/loans/" + loanId).statusCode() == 404) {
      Borrower borrower = lender.borrower("0.00");
      lender.tellContract(UUID.randomUUID(), loanId, borrower, LONG);
      lender.awaitState(loanId, "ACTIVE");
      lender.world.withdrawAll(borrower.card());
      lender.closeUntil(lender.dueDate(loanId, 1).plusDays(5));
    }
  }

  @PactVerifyProvider("servicing.loan.disbursed.v1")
  MessageAndMetadata disbursed() {
    return told(loans().unpaid, "servicing.loan.disbursed.v1");
  }

  @PactVerifyProvider("servicing.payment.received.v1")
  MessageAndMetadata paymentReceived() {
    return told(loans().paidOff, "servicing.payment.received.v1");
  }

  @PactVerifyProvider("servicing.payment.reversed.v1")
  MessageAndMetadata paymentReversed() {
    return told(loans().changed, "servicing.payment.reversed.v1");
  }

  @PactVerifyProvider("servicing.delinquency.changed.v1")
  MessageAndMetadata delinquencyChanged() {
    return told(loans().unpaid, "servicing.delinquency.changed.v1");
  }

  @PactVerifyProvider("servicing.loan.closed.v1")
  MessageAndMetadata closed() {
    return told(loans().paidOff, "servicing.loan.closed.v1");
  }

  @PactVerifyProvider("servicing.loan.written-off.v1")
  MessageAndMetadata writtenOff() {
    return told(loans().unpaid, "servicing.loan.written-off.v1");
  }

  @PactVerifyProvider("servicing.loan.arrangement-changed.v1")
  MessageAndMetadata arrangementChanged() {
    return told(loans().changed, "servicing.loan.arrangement-changed.v1");
  }

  @PactVerifyProvider("servicing.reminder.delivered.v1")
  MessageAndMetadata reminderDelivered() {
    return told(loans().paidOff, "servicing.reminder.delivered.v1");
  }

  @PactVerifyProvider("servicing.reminder.failed.v1")
  MessageAndMetadata reminderFailed() {
    return told(loans().unpaid, "servicing.reminder.failed.v1");
  }

  @PactVerifyProvider("servicing.business-day.closed.v1")
  MessageAndMetadata dayClosed() {
    lender.closeDay();
    return told("servicing.day", "calendar", "servicing.business-day.closed.v1");
  }

  private record Lives(UUID unpaid, UUID paidOff, UUID changed) {}

  private Lives loans() {
    if (unpaid == null) {
      live();
    }
    return new Lives(unpaid, paidOff, changed);
  }

  private void live() {
    Borrower changing = lender.borrower("100.00");
    changed = lender.activeLoan(changing, LONG);
    lender
        .keyed(lender.as(changing), "{\"kind\":\"EXTENSION\",\"reason\":\"ILLNESS\",\"months\":1}")
        .post("/v1/loans/" + changed + "/arrangements");
    lender.toldTransfer(UUID.randomUUID().toString(), changed, "BKP-" + changed, "30.00");
    lender.takeBack(changed);

    paidOff = lender.activeLoan(lender.borrower("100.00"), SHORT);
    Borrower gone = lender.borrower("0.00");
    OriginationStub.blocked(gone.borrowerId().toString(), "SMS", "EMPTY");
    UUID lost = lender.activeLoan(gone, LONG);
    lender.world.withdrawAll(gone.card());
    lender.closeUntil(lender.dueDate(lost, 1).plusDays(93));
    lender
        .keyed(lender.as("officer"), "{\"reason\":\"cannot be found\"}")
        .post("/v1/loans/" + lost + "/write-off");
    lender.keyed(lender.as("reviewer"), "").post("/v1/loans/" + lost + "/write-off/approval");
    unpaid = lost;
  }

  private static MessageAndMetadata told(UUID loanId, String type) {
    return told(LOAN_TOPIC, loanId.toString(), type);
  }

  private static MessageAndMetadata told(String topic, String key, String type) {
    return new MessageAndMetadata(
        seen(topic, key, type).payload().toString().getBytes(StandardCharsets.UTF_8),
        Map.of("contentType", "application/json"));
  }

  private static Seen seen(String topic, String key, String type) {
    return await()
        .atMost(Lender.SOON)
        .until(
            () ->
                Topics.read(topic, key).stream()
                    .filter(event -> event.type().equals(type))
                    .findFirst()
                    .orElse(null),
            found -> found != null);
  }
}
