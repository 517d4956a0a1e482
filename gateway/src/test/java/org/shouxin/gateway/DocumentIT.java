package org.shouxin.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouxin.gateway.testing.Backend;
import org.shouxin.gateway.testing.GatewayStack;

/** Point 13: one document of all services, and a page to read it. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class DocumentIT {

  private static final String OWN =
      """
      {"openapi":"3.0.3","servers":[{"url":"http://inside:8103"}],
       "paths":{
        "/v1/loans/{id}":{"get":{"operationId":"loan","responses":{"200":{"content":
          {"application/json":{"schema":{"$ref":"#/components/schemas/Loan"}}}}}},
          "delete":{"operationId":"never"}},
        "/v1/internal":{"post":{"operationId":"between"}},
        "/v1/bank-webhooks":{"post":{"operationId":"webhook"}},
        "/q/hidden":{"get":{"operationId":"hidden"}}},
       "components":{"schemas":{"Loan":{"properties":{"money":{"$ref":"#/components/schemas/Money"}}},
        "Money":{"type":"object"}},
        "securitySchemes":{"own":{"type":"openIdConnect"}}}}
      """;

  @Test
  void point13DocumentsAreMergedAsCallersOfTheGatewaySeeThem() {
    Backend.of("servicing").on("/q/openapi", request -> request.response().end(OWN));

    JsonPath merged =
        given()
            .when()
            .get("/openapi")
            .then()
            .statusCode(200)
            .contentType("application/json")
            .extract()
            .jsonPath();

    Map<String, Object> paths = merged.getMap("paths");
    assertThat(paths)
        .containsOnlyKeys("/api/servicing/v1/loans/{id}", "/api/servicing/v1/bank-webhooks");
    String get = "paths.'/api/servicing/v1/loans/{id}'.get";
    assertThat(merged.getMap("paths.'/api/servicing/v1/loans/{id}'")).containsOnlyKeys("get");
    assertThat(merged.getString(get + ".operationId")).isEqualTo("servicing_loan");
    assertThat(merged.getString(get + ".responses.'200'.content.'application/json'.schema.'$ref'"))
        .isEqualTo("#/components/schemas/Servicing_Loan");
    assertThat(merged.getString("components.schemas.Servicing_Loan.properties.money.'$ref'"))
        .isEqualTo("#/components/schemas/Servicing_Money");
    assertThat(merged.getList(get + ".security")).hasSize(1);
    assertThat(merged.getList("paths.'/api/servicing/v1/bank-webhooks'.post.security")).isEmpty();
    assertThat(merged.getList("servers.url")).containsExactly("/");
    assertThat(merged.getMap("components.securitySchemes")).containsOnlyKeys("bearer");
    assertThat(merged.getString("info.x-services.collections")).isEqualTo("UNAVAILABLE");
    assertThat(merged.getString("info.description")).contains("The document of collections");
  }

  @Test
  void point13PageRunsItsOwnScriptsOnly() {
    given()
        .redirects()
        .follow(false)
        .when()
        .get("/docs")
        .then()
        .statusCode(308)
        .header("Location", "/docs/");
    given()
        .when()
        .get("/docs/")
        .then()
        .statusCode(200)
        .header("Content-Security-Policy", containsString("script-src 'self';"))
        .body(containsString("swagger-ui-bundle.js"));
    for (String part :
        new String[] {
          "/docs/page.js", "/openapi-ui/swagger-ui-bundle.js", "/openapi-ui/swagger-ui.css"
        }) {
      given()
          .when()
          .get(part)
          .then()
          .statusCode(200)
          .header("X-Content-Type-Options", equalTo("nosniff"));
    }
  }
}
