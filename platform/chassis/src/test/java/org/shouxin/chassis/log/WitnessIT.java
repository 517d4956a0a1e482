package org.shouxin.chassis.log;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouxin.localstack.testing.LocalStackResource;
import org.shouxin.localstack.testing.TestTokens;

/** Who rewrites the log's rows is found out, by the audit or by who was shown an older head. */
@QuarkusTest
@QuarkusTestResource(
    value = LocalStackResource.class,
    initArgs = @ResourceArg(name = "service", value = "risk"))
class WitnessIT {

  @Inject LogFixture fixture;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "log_leaf  | update log_leaf set leaf_hash = sha256(leaf_hash) where id = '%2$s'",
        "log_node  | update log_node set hash = sha256(hash) where level = 0 and node_index = %1$d",
        "log_entry | delete from log_entry where leaf_index = %1$d",
        "log_node  | delete from log_node where level = 1 and node_index = %1$d >> 1",
        "log_head  | update log_head set root_hash = sha256(root_hash) where tree_size = %3$d"
      })
  void theAuditNamesTheRewrittenRow(String table, String rewrite) {
    LogReceipt leaf = fixture.append("audited", 5).get(2);
    fixture.sequence();
    long index = leafIndex(leaf);
    long size = head().getLong("treeSize");
    String path = "/v1/log/audit?from=%d&to=%d".formatted(index & ~1, size);
    assertThat(get(path).getList("findings")).isEmpty();

    List<String> tables =
        fixture.rewritten(
            rewrite.formatted(index, leaf.leafId(), size),
            () -> get(path).getList("findings.table", String.class));

    assertThat(tables).contains(table);
    assertThat(get(path).getList("findings")).isEmpty();
  }

  @Test
  void aWitnessOfARewrittenHeadIsToldWhereItDiffers() {
    fixture.append("witnessed", 3);
    fixture.sequence();
    Response first = headResponse();
    assertThat(show(first).getString("verdict")).isEqualTo("AGREES");
    fixture.append("witnessed", 4);
    fixture.sequence();
    Response second = headResponse();
    long agreed = first.jsonPath().getLong("treeSize");
    long size = second.jsonPath().getLong("treeSize");

    JsonPath told =
        fixture.rewritten(
            "update log_head set root_hash = sha256(root_hash) where tree_size = " + size,
            () -> show(second));

    assertThat(told.getString("verdict")).isEqualTo("DIFFERS");
    assertThat(told.getLong("firstLeaf")).isEqualTo(agreed);
    assertThat(told.getLong("lastLeaf")).isEqualTo(size - 1);
    assertThat(
            get("/v1/log/witnessed-heads")
                .getList("findAll { it.treeSize == %d }.verdict".formatted(size), String.class))
        .contains("DIFFERS");
  }

  @Test
  void aLogThatLostItsEndIsShorterThanItsWitnessSaw() {
    fixture.append("lost", 2);
    fixture.sequence();
    Response seen = headResponse();
    long size = seen.jsonPath().getLong("treeSize");

    JsonPath told =
        fixture.rewritten(
            "delete from log_published where tree_size >= %1$d;delete from log_head where tree_size >= %1$d"
                .formatted(size),
            () -> show(seen));

    assertThat(told.getString("verdict")).isEqualTo("SHORTER");
  }

  @Test
  void aHeadThatTheLogNeverSignedIsNoTestimony() {
    fixture.append("forged", 1);
    fixture.sequence();
    String forged = headResponse().asString().replaceAll("\"rootHash\":\"..", "\"rootHash\":\"00");

    given()
        .auth()
        .oauth2(TestTokens.token("bank-1", "partner"))
        .contentType("application/json")
        .body(forged)
        .post("/v1/log/witnessed-heads")
        .then()
        .statusCode(422);
  }

  private static long leafIndex(LogReceipt leaf) {
    return get("/v1/log/leaves/" + leaf.leafId() + "/receipt").getLong("leafIndex");
  }

  private static JsonPath head() {
    return headResponse().jsonPath();
  }

  private static Response headResponse() {
    return given()
        .auth()
        .oauth2(TestTokens.token("bank-1", "partner"))
        .get("/v1/log/head")
        .then()
        .statusCode(200)
        .extract()
        .response();
  }

  private static JsonPath show(Response head) {
    return given()
        .auth()
        .oauth2(TestTokens.token("bank-1", "partner"))
        .contentType("application/json")
        .body(head.asString())
        .post("/v1/log/witnessed-heads")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static JsonPath get(String path) {
    return given()
        .auth()
        .oauth2(TestTokens.token("auditor-1", "auditor"))
        .get(path)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
