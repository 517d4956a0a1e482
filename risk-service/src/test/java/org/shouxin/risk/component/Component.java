package org.shouxin.risk.component;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.shouxin.localstack.testing.LocalStackResource;
import org.shouxin.localstack.testing.TestTokens;

/** The service on real PostgreSQL and Kafka; what the component tests have in common. */
@QuarkusTestResource(
    value = LocalStackResource.class,
    initArgs = @ResourceArg(name = "service", value = "risk"))
abstract class Component {

  static RequestSpecification as(String subject, String... roles) {
    return RestAssured.given()
        .header("Authorization", "Bearer " + TestTokens.token(subject, roles))
        .header("Accept-Language", "en")
        .contentType("application/json");
  }

  static RequestSpecification origination() {
    return RestAssured.given()
        .header("Authorization", "Bearer " + TestTokens.serviceToken("origination"))
        .header("Accept-Language", "en")
        .contentType("application/json");
  }

  static ValidatableResponse assess(String key, String body) {
    return origination().header("Idempotency-Key", key).body(body).post("/v1/assessments").then();
  }

  static ValidatableResponse assess(Question question) {
    return assess(UUID.randomUUID().toString(), question.json());
  }

  static ValidatableResponse limitOf(UUID borrower) {
    return as("officer-1", "officer").get("/v1/borrowers/" + borrower + "/limit").then();
  }

  static long count(String sql) {
    try (Connection connection = DriverManager.getConnection(LocalStackResource.jdbcUrl("risk"));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  static void execute(String sql) {
    try (Connection connection = DriverManager.getConnection(LocalStackResource.jdbcUrl("risk"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
