package org.shouxin.risk.component;

import static org.awaitility.Awaitility.await;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.provider.MessageAndMetadata;
import au.com.dius.pact.provider.PactVerifyProvider;
import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.MessageTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.IgnoreMissingStateChange;
import au.com.dius.pact.provider.junitsupport.IgnoreNoPactsToVerify;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kotlin.Pair;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shouxin.localstack.testing.TestTokens;

/**
 * Risk keeps what others rely on. Events are those that really leave: the service is driven over
 * HTTP and topics, and what then stands on the topic is compared. Risk needs no provider state: an
 * assessment is a function of its request.
 */
@QuarkusTest
@Provider("risk")
@PactFolder("${shouxin.root}/contracts/pacts")
@IgnoreNoPactsToVerify
@IgnoreMissingStateChange
class ContractIT extends Component {

  private static final Duration SOON = Duration.ofSeconds(20);

  @TestHTTPResource("/")
  URI service;

  @BeforeEach
  void target(PactVerificationContext verification) {
    if (verification == null) {
      return;
    }
    verification.setTarget(
        verification.getInteraction() instanceof V4Interaction.AsynchronousMessage
            ? new MessageTestTarget(List.of("org.shouxin.risk.component"))
            : new AskedByOrigination(service));
  }

  @TestTemplate
  @ExtendWith(PactVerificationInvocationContextProvider.class)
  void keepsTheContract(PactVerificationContext verification) {
    if (verification != null) {
      verification.verifyInteraction();
    }
  }

  @PactVerifyProvider("risk.limit.changed.v1")
  MessageAndMetadata limitChanged() {
    return told("risk.borrower", "risk.limit.changed.v1", loseContact().toString());
  }

  @PactVerifyProvider("risk.alert.raised.v1")
  MessageAndMetadata alertRaised() {
    return told("risk.borrower", "risk.alert.raised.v1", loseContact().toString());
  }

  @PactVerifyProvider("risk.blacklist.changed.v1")
  MessageAndMetadata blacklistChanged() {
    Question question = Question.sound();
    assess(question).statusCode(201);
    UUID loan = UUID.randomUUID();
    try (Topics topics = new Topics()) {
      topics.tell(
          "servicing.loan",
          loan.toString(),
          "servicing.loan.written-off.v1",
          """
          {"loanId":"%s","borrowerId":"%s","businessDate":"2026-06-01","reason":"UNREACHABLE",
           "amount":{"amount":"900.00","currency":"CNY"}}"""
              .formatted(loan, question.borrower()));
    }
    await()
        .atMost(SOON)
        .until(
            () -> count("select count(*) from loan_exposure where loan_id = '" + loan + "'") == 1);
    String entry =
        as("officer-1", "officer")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .body(
                """
                {"borrowerId":"%s","ground":"WRITTEN_OFF","evidence":{"loanId":"%s"}}"""
                    .formatted(question.borrower(), loan))
            .post("/v1/blacklist-entries")
            .then()
            .statusCode(201)
            .extract()
            .path("entryId");
    return told("risk.blacklist", "risk.blacklist.changed.v1", entry);
  }

  private static UUID loseContact() {
    Question question = Question.sound();
    assess(question).statusCode(201);
    try (Topics topics = new Topics()) {
      UUID caseId = UUID.randomUUID();
      topics.tell(
          "collections.case",
          caseId.toString(),
          "collections.contact.lost.v1",
          """
          {"caseId":"%s","borrowerId":"%s"}"""
              .formatted(caseId, question.borrower()));
    }
    return question.borrower();
  }

  private static MessageAndMetadata told(String topic, String type, String key) {
    ConsumerRecord<String, String> event =
        await()
            .atMost(SOON)
            .until(
                () ->
                    Topics.read(topic, key).stream()
                        .filter(each -> Topics.type(each).equals(type))
                        .findFirst()
                        .orElse(null),
                found -> found != null);
    return new MessageAndMetadata(
        event.value().getBytes(StandardCharsets.UTF_8),
        Map.of("contentType", "application/json", "type", type));
  }

  /** The contract's token is an example; the service wants a true one. */
  private static final class AskedByOrigination extends HttpTestTarget {

    AskedByOrigination(URI service) {
      super(service.getHost(), service.getPort(), "/");
    }

    @Override
    public Pair<Object, Object> prepareRequest(
        Pact pact, Interaction interaction, Map<String, Object> context) {
      Pair<Object, Object> prepared = super.prepareRequest(pact, interaction, context);
      ((HttpRequest) prepared.getFirst())
          .setHeader("Authorization", "Bearer " + TestTokens.serviceToken("origination"));
      return prepared;
    }
  }
}
