package org.shouxin.collections.contract;

import au.com.dius.pact.provider.MessageAndMetadata;
import au.com.dius.pact.provider.PactVerifyProvider;
import au.com.dius.pact.provider.junit5.MessageTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.IgnoreMissingStateChange;
import au.com.dius.pact.provider.junitsupport.IgnoreNoPactsToVerify;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shouxin.collections.app.Days;
import org.shouxin.collections.app.Debtor;
import org.shouxin.collections.app.Topics;

/**
 * Collections keeps what others rely on: the service is driven over HTTP and topics, and the event
 * that then stands on the topic is compared with the pacts.
 */
@QuarkusTest
@Provider("collections")
@PactFolder("${shouxin.root}/contracts/pacts")
@IgnoreNoPactsToVerify
@IgnoreMissingStateChange
class ContractIT {
  @BeforeEach
  void target(PactVerificationContext verification) {
    if (verification != null) {
      verification.setTarget(new MessageTestTarget(List.of("org.shouxin.collections.contract")));
    }
  }

  @TestTemplate
  @ExtendWith(PactVerificationInvocationContextProvider.class)
  void keepsTheContract(PactVerificationContext verification) {
    if (verification != null) {
      verification.verifyInteraction();
    }
  }

  @PactVerifyProvider("collections.case.opened.v1")
  MessageAndMetadata caseOpened() {
    return told(Debtor.reachable().withCase(), "collections.case.opened.v1");
  }

  @PactVerifyProvider("collections.case.closed.v1")
  MessageAndMetadata caseClosed() {
    Debtor debtor = Debtor.reachable().withCase();
    debtor.delinquency("CURRENT", 0, Days.today());
    return told(debtor, "collections.case.closed.v1");
  }

  @PactVerifyProvider("collections.contact.lost.v1")
  MessageAndMetadata contactLost() {
    return told(lost(), "collections.contact.lost.v1");
  }

  @PactVerifyProvider("collections.contact.found.v1")
  MessageAndMetadata contactFound() {
    Debtor debtor = lost();
    debtor.contactChanged("ACTIVE");
    return told(debtor, "collections.contact.found.v1");
  }

  @PactVerifyProvider("collections.borrower.recovered.v1")
  MessageAndMetadata recovered() {
    Debtor debtor = lost();
    debtor.delinquency("CURRENT", 0, Days.today());
    return told(debtor, "collections.borrower.recovered.v1");
  }

  @PactVerifyProvider("collections.hold.placed.v1")
  MessageAndMetadata holdPlaced() {
    Debtor debtor = Debtor.reachable().withCase();
    hold(debtor);
    return told(debtor, "collections.hold.placed.v1");
  }

  @PactVerifyProvider("collections.hold.released.v1")
  MessageAndMetadata holdReleased() {
    Debtor debtor = Debtor.reachable().withCase();
    debtor.post("/holds/" + hold(debtor) + "/release", Map.of());
    return told(debtor, "collections.hold.released.v1");
  }

  @PactVerifyProvider("collections.promise.made.v1")
  MessageAndMetadata promiseMade() {
    return told(promise("0.00"), "collections.promise.made.v1");
  }

  @PactVerifyProvider("collections.promise.kept.v1")
  MessageAndMetadata promiseKept() {
    Debtor debtor = promise("100.00");
    Days.close();
    return told(debtor, "collections.promise.kept.v1");
  }

  @PactVerifyProvider("collections.promise.broken.v1")
  MessageAndMetadata promiseBroken() {
    Debtor debtor = promise("0.00");
    Days.close();
    return told(debtor, "collections.promise.broken.v1");
  }

  private static Debtor lost() {
    Debtor debtor = Debtor.reachable().withCase();
    debtor.contactChanged("EMPTY");
    debtor.reaches("EMPTY");
    return debtor;
  }

  private static String hold(Debtor debtor) {
    return debtor
        .post("/holds", Map.of("kind", "DISPUTE", "reason", "amount is disputed"))
        .path("id");
  }

  private static Debtor promise(String cleared) {
    Debtor debtor = Debtor.reachable().withCase();
    debtor.cleared(cleared);
    debtor.post(
        "/promises", Map.of("amount", Debtor.cny("100.00"), "dueDate", Days.today().toString()));
    return debtor;
  }

  private static MessageAndMetadata told(Debtor debtor, String type) {
    String json = Topics.payload(Topics.CASE, debtor.caseId().toString(), type).toString();
    return new MessageAndMetadata(
        json.getBytes(StandardCharsets.UTF_8),
        Map.of("contentType", "application/json", "type", type));
  }
}
