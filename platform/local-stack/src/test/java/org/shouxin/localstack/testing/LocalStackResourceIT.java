package org.shouxin.localstack.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Base64;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shouxin.localstack.kafka.Topics;

/** The test resource as a service's tests use it: everything real, started once. */
class LocalStackResourceIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final LocalStackResource RESOURCE = new LocalStackResource();
  private static Map<String, String> config;

  @BeforeAll
  static void start() {
    RESOURCE.init(Map.of("service", "risk"));
    config = RESOURCE.start();
  }

  @Test
  void handsOutAReachableStack() throws Exception {
    try (Connection connection = DriverManager.getConnection(LocalStackResource.jdbcUrl("risk"))) {
      assertThat(connection.isValid(5)).isTrue();
    }
    Map<String, Object> broker =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.get("kafka.bootstrap.servers"));
    try (Admin admin = Admin.create(broker)) {
      assertThat(admin.listTopics().names().get()).containsAll(Topics.configured().keySet());
    }
    assertThat(config)
        .containsEntry("shouxin.db.name", "risk")
        .containsEntry("shouxin.require-durable-database", "false");
  }

  @Test
  void startsOnlyOnce() {
    LocalStackResource other = new LocalStackResource();
    other.init(Map.of("service", "servicing"));
    assertThat(other.start().get("kafka.bootstrap.servers"))
        .isEqualTo(config.get("kafka.bootstrap.servers"));
  }

  @Test
  void refusesAnUnknownService() {
    assertThatThrownBy(() -> new LocalStackResource().init(Map.of("service", "payroll")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tokensVerifyAgainstThePublishedKey() throws Exception {
    assertThat(verifies(TestTokens.token("s-1", "borrower"))).isTrue();
    assertThat(verifies(TestTokens.serviceToken("risk"))).isTrue();
    assertThat(verifies(TestTokens.badSignature("s-1", "borrower"))).isFalse();
    JsonNode claims = claims(TestTokens.token("s-1", "borrower", "auditor"));
    assertThat(claims.path("iss").asText()).isEqualTo(config.get("shouxin.oidc.url"));
    assertThat(claims.path("aud").asText()).isEqualTo("shouxin-api");
    assertThat(claims.at("/realm_access/roles").toString()).isEqualTo("[\"borrower\",\"auditor\"]");
    assertThat(claims(TestTokens.expired("s-1")).path("exp").asLong())
        .isLessThan(claims.path("iat").asLong());
  }

  @Test
  void aServiceAccountGetsATokenForItsClientCredentials() throws Exception {
    String endpoint =
        get(TestTokens.issuer() + "/.well-known/openid-configuration")
            .path("token_endpoint")
            .asText();
    String basic =
        Base64.getEncoder()
            .encodeToString("collections-service:local".getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(endpoint))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials"))
            .build();
    JsonNode answer = JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
    JsonNode claims = claims(answer.path("access_token").asText());
    assertThat(claims.path("azp").asText()).isEqualTo("collections-service");
    assertThat(claims.at("/realm_access/roles/0").asText()).isEqualTo("service");
  }

  private static boolean verifies(String token)
      throws GeneralSecurityException, IOException, InterruptedException {
    String keys =
        get(TestTokens.issuer() + "/.well-known/openid-configuration").path("jwks_uri").asText();
    JsonNode key = get(keys).at("/keys/0");
    Signature signature = Signature.getInstance("RSASSA-PSS");
    signature.setParameter(
        new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    signature.initVerify(
        KeyFactory.getInstance("RSA")
            .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e"))));
    int end = token.lastIndexOf('.');
    signature.update(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
    return signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)));
  }

  private static BigInteger number(JsonNode key, String name) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asText()));
  }

  private static JsonNode claims(String token) throws IOException {
    return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
  }

  private static JsonNode get(String url) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    return JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
  }
}
