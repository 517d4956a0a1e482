package org.shouxin.origination.component;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
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
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kotlin.Pair;
import org.apache.hc.core5.http.HttpRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shouxin.localstack.testing.TestTokens;

/**
 * Origination keeps what others rely on. Events are those that really stand in the outbox after the
 * service was driven over HTTP.
 */
@QuarkusTest
@Provider("origination")
@PactFolder("${shouxin.root}/contracts/pacts")
@IgnoreNoPactsToVerify
class ProviderPactIT {

  private static final Map<String, String> META = Map.of("contentType", "application/json");

  @TestHTTPResource("/")
  URI service;

  @Inject KnownBorrowers borrowers;

  @BeforeEach
  void target(PactVerificationContext verification) {
    if (verification != null) {
      verification.setTarget(
          verification.getInteraction() instanceof V4Interaction.AsynchronousMessage
              ? new MessageTestTarget(List.of("org.shouxin.origination.component"))
              : new AsConsumer(service, verification.getConsumer().getName()));
    }
  }

  @TestTemplate
  @ExtendWith(PactVerificationInvocationContextProvider.class)
  void keepsTheContract(PactVerificationContext verification) {
    if (verification != null) {
      verification.verifyInteraction();
    }
  }

  @State("a borrower with a working phone")
  void workingPhone(Map<String, Object> parameters) throws Throwable {
    exists(parameters, false);
  }

  @State({"a borrower whose number was recycled", "a borrower whose number is recycled"})
  void recycledPhone(Map<String, Object> parameters) throws Throwable {
    exists(parameters, true);
  }

  @PactVerifyProvider("origination.application.submitted.v1")
  MessageAndMetadata submitted() {
    return told(
        "origination.application.submitted.v1", TestBorrower.verified().applied("41000.00"));
  }

  @PactVerifyProvider("origination.application.decided.v1")
  MessageAndMetadata decided() {
    return told("origination.application.decided.v1", TestBorrower.verified().applied("42000.00"));
  }

  @PactVerifyProvider("origination.application.withdrawn.v1")
  MessageAndMetadata withdrawn() {
    TestBorrower borrower = TestBorrower.verified();
    String id = borrower.applied("43000.00");
    borrower.http().post("/v1/applications/" + id + "/withdrawal").then().statusCode(200);
    return told("origination.application.withdrawn.v1", id);
  }

  @PactVerifyProvider("origination.loan.contracted.v1")
  MessageAndMetadata contracted() {
    return told("origination.loan.contracted.v1", TestBorrower.verified().contracted("44000.00"));
  }

  @PactVerifyProvider("origination.borrower.contact-changed.v1")
  MessageAndMetadata contactChanged() {
    TestBorrower borrower = TestBorrower.verified();
    TestPerson.admin().phoneStatus(borrower.person().phone(), "SUSPENDED");
    TestBorrower.service("collections")
        .body(Map.of("reference", "case-1"))
        .post("/v1/borrowers/" + id(borrower) + "/number-checks")
        .then()
        .statusCode(200);
    return told("origination.borrower.contact-changed.v1", id(borrower));
  }

  @PactVerifyProvider("origination.borrower.consent-changed.v1")
  MessageAndMetadata consentChanged() {
    TestBorrower borrower = TestBorrower.verified();
    borrower
        .http()
        .body(Map.of("purpose", "CONTACT", "granted", false, "textVersion", "2026-01"))
        .post("/v1/borrowers/me/consents")
        .then()
        .statusCode(201);
    return told("origination.borrower.consent-changed.v1", id(borrower));
  }

  @PactVerifyProvider("origination.borrower.erased.v1")
  MessageAndMetadata erased() {
    TestBorrower borrower = TestBorrower.verified();
    String id = id(borrower);
    borrower.http().post("/v1/borrowers/me/erasure").then().statusCode(204);
    return told("origination.borrower.erased.v1", id);
  }

  private void exists(Map<String, Object> parameters, boolean recycled) throws Throwable {
    UUID id = UUID.fromString((String) parameters.get("borrowerId"));
    if (Rows.count("borrower where id = '" + id + "'") == 0) {
      TestPerson person = TestPerson.known();
      VertxContextSupport.subscribeAndAwait(() -> borrowers.enter(id, person, recycled));
    }
  }

  private static String id(TestBorrower borrower) {
    return borrower.http().get("/v1/borrowers/me").then().extract().path("id");
  }

  private static MessageAndMetadata told(String type, String key) {
    return new MessageAndMetadata(
        Rows.told(type, key).get(0).getBytes(StandardCharsets.UTF_8), META);
  }

  /** The service, called with the consumer's own token. */
  private static final class AsConsumer extends HttpTestTarget {
    private final String consumer;

    AsConsumer(URI service, String consumer) {
      super(service.getHost(), service.getPort(), "/");
      this.consumer = consumer;
    }

    @Override
    public Pair<Object, Object> prepareRequest(
        Pact pact, Interaction interaction, Map<String, Object> context) {
      Pair<Object, Object> prepared = super.prepareRequest(pact, interaction, context);
      ((HttpRequest) prepared.getFirst())
          .setHeader("Authorization", "Bearer " + TestTokens.serviceToken(consumer));
      return prepared;
    }
  }
}
