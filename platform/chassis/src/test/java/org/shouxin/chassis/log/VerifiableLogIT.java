package org.shouxin.chassis.log;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.localstack.testing.LocalStackResource;
import org.shouxin.localstack.testing.TestTokens;
import org.shouxin.logverifier.MerkleProof;
import org.shouxin.logverifier.ProofRejected;
import org.shouxin.logverifier.Receipt;

/** The log on a real PostgreSQL; every proof is checked by the offline verifier. */
@QuarkusTest
@QuarkusTestResource(
    value = LocalStackResource.class,
    initArgs = @ResourceArg(name = "service", value = "risk"))
class VerifiableLogIT {
  @Inject LogFixture fixture;

  @Test
  void everyRecordIsProvedAgainstASignedHead() {
    List<LogReceipt> receipts = fixture.append("proved", 23);
    fixture.sequence();
    PublicKey key = Receipt.parseKey(get("/v1/log/key").path("publicKey"));
    for (int i = 0; i < receipts.size(); i++) {
      byte[] json = get("/v1/log/leaves/" + receipts.get(i).leafId() + "/receipt").asByteArray();
      Receipt.parse(json).verify(key, content("proved", i));
      assertThatThrownBy(() -> Receipt.parse(json).verify(key, content("proved", 1_000)))
          .isInstanceOf(ProofRejected.class);
    }
  }

  @Test
  void aLaterHeadKeepsAnEarlierOne() {
    fixture.append("kept", 5);
    fixture.sequence();
    byte[] old = get("/v1/log/head").asByteArray();
    fixture.append("kept-later", 12);
    fixture.sequence();
    byte[] later = get("/v1/log/head").asByteArray();
    var first = Receipt.parseHead(old);
    var second = Receipt.parseHead(later);
    assertThat(second.treeSize()).isGreaterThan(first.treeSize());
    byte[] proof =
        get("/v1/log/consistency?from=" + first.treeSize() + "&to=" + second.treeSize())
            .asByteArray();
    MerkleProof.consistency(
        first.treeSize(),
        first.rootHash(),
        second.treeSize(),
        second.rootHash(),
        Receipt.parseConsistency(proof));
  }

  @Test
  void aRolledBackRecordWasNeverLogged() {
    UUID leaf = fixture.appendAndFail();
    given()
        .auth()
        .oauth2(TestTokens.token("auditor-1", "auditor"))
        .get("/v1/log/leaves/" + leaf + "/receipt")
        .then()
        .statusCode(404);
  }

  @Test
  void concurrentSequencersMakeOneTree() {
    fixture.append("concurrent", 40);
    fixture.sequenceConcurrently(6);
    assertThat(fixture.count("select count(*) from log_pending")).isZero();
    long size = fixture.count("select count(*) from log_entry");
    assertThat(fixture.count("select max(leaf_index) + 1 from log_entry")).isEqualTo(size);
    assertThat(Receipt.parseHead(get("/v1/log/head").asByteArray()).treeSize()).isEqualTo(size);
  }

  @Test
  void theDatabaseRefusesToChangeWhatWasLogged() {
    fixture.append("kept-for-ever", 1);
    fixture.sequence();
    for (String change :
        List.of(
            "update log_leaf set kind = 'other'",
            "delete from log_entry",
            "update log_node set hash = hash",
            "truncate log_head")) {
      assertThatThrownBy(() -> fixture.execute(change)).hasMessageContaining("append-only");
    }
  }

  private static io.restassured.response.Response get(String path) {
    return given()
        .auth()
        .oauth2(TestTokens.token("auditor-1", "auditor"))
        .get(path)
        .then()
        .statusCode(200)
        .extract()
        .response();
  }

  static byte[] content(String prefix, int i) {
    return (prefix + "-" + i).getBytes(StandardCharsets.UTF_8);
  }
}
